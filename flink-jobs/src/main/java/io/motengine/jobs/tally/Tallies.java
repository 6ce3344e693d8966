package io.motengine.jobs.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * Counts that survive a crash exactly: they are restored with the state that they count, and shown as accumulators.
 *
 * <p>Split-list state: at another parallelism the parts go to other subtasks, and their sum stays.
 */
public final class Tallies {
    /** Before each accumulator's name, so that they are told from others. */
    public static final String PREFIX = "mot.";

    private static final ListStateDescriptor<Tuple2<String, Long>> STATE =
            new ListStateDescriptor<>("tallies", Types.TUPLE(Types.STRING, Types.LONG));

    private final RuntimeContext runtime;
    private final ListState<Tuple2<String, Long>> state;
    private final Map<String, LongCounter> counters = new HashMap<>();

    public Tallies(RuntimeContext runtime, OperatorStateStore store) throws Exception {
        this.runtime = runtime;
        state = store.getListState(STATE);
        for (Tuple2<String, Long> count : state.get()) {
            add(count.f0, count.f1);
        }
    }

    public void add(String name, long count) {
        counters.computeIfAbsent(name, this::register).add(count);
    }

    public void add(Map<String, Long> counts) {
        counts.forEach(this::add);
    }

    public void snapshot() throws Exception {
        List<Tuple2<String, Long>> counts = new ArrayList<>();
        counters.forEach((name, counter) -> counts.add(Tuple2.of(name, counter.getLocalValuePrimitive())));
        state.update(counts);
    }

    private LongCounter register(String name) {
        LongCounter counter = new LongCounter();
        runtime.addAccumulator(PREFIX + name, counter);
        return counter;
    }
}
