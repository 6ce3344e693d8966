package io.motengine.bench.contest;

import io.motengine.bench.peers.Peers;
import java.util.List;
import java.util.stream.Stream;

/** Everybody who runs. */
public final class Contestants {
    private Contestants() {}

    /** In the order in which they are shown; the engine before whoever is to put out as much as it. */
    public static List<Contestant> all() {
        return Stream.concat(Stream.of(new Limit(), new Engine(), new Bare()), Peers.all().stream())
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
