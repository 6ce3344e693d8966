package io.motengine.bench.layers;

import io.motengine.engine.governance.Candidate;
import io.motengine.engine.governance.Fate;
import io.motengine.engine.governance.Governance;
import io.motengine.engine.governance.Situation;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All layers and nothing else: candidates in, fates with their reasons in words out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JudgeCost {
    @Param({"1", "5", "20"})
    public int candidates;

    private List<Candidate> proposed;
    private Situation template;

    @Setup
    public void live() throws IOException {
        Release release = LayersRelease.compiled(true);
        CustomerState state = LayersCustomer.lived(release);
        template = LayersCustomer.situation(state, release);
        proposed = LayersCustomer.candidates(candidates, release);
        if (proposed.size() != candidates) {
            throw new IllegalStateException(proposed.size() + " cards (expected: " + candidates + ")");
        }
    }

    /** The situation is made anew, as for each event: nothing that it finds out may be kept from the one before. */
    @Benchmark
    public List<Fate> judge() {
        return Governance.judge(proposed, template.granted(List.of()));
    }

    /** What becomes of the candidates, and the size of the ledger. */
    String outcome() {
        return judge().stream()
                .collect(Collectors.groupingBy(
                        fate -> fate.why() == null
                                ? "issued"
                                : fate.why().reason().code(),
                        TreeMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Contacts of ninety days. */
    int contacts() {
        return template.dealings().contacts().size();
    }
}
