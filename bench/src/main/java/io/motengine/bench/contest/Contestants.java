package io.motengine.bench.contest;

import io.motengine.bench.peers.Peers;
import java.util.List;
import java.util.stream.Stream;

/** Everybody who runs. */
public final class Contestants {
    private static final List<String> OWN = List.of("limit", "engine", "bare", HandWritten.NAME);

    private Contestants() {}

    /** In the order in which they are shown; the engine before whoever is to put out as much as it. */
    public static List<Contestant> all() {
        return Stream.concat(Stream.of(new Limit(), new Engine(), new Bare(), new HandWritten()), Peers.all().stream())
                .toList();
    }

    /** Names of those that are other people's engines. */
    public static List<String> peers() {
        return all().stream()
                .map(Contestant::name)
                .filter(name -> !OWN.contains(name))
                .toList();
    }

    /** The one of this name. */
    public static Contestant of(String name) {
        return all().stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("contestant: " + name + " (expected: one of "
                        + all().stream().map(Contestant::name).toList() + ")"));
    }
}
