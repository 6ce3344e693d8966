package io.motengine.jobs.decide;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Looks through all customers when another release decides than their timers were set by: a new release may want
 * to wake up customers who are asleep, and they would never hear of it.
 *
 * <p>A crash before the end starts it from the beginning; a second look changes nothing. Union state: after rescaling, each
 * subtask must know whether any of those whose customers it took over had not finished.
 */
final class ReleaseSweep implements AutoCloseable {
    private static final ListStateDescriptor<String> STATE = new ListStateDescriptor<>("timers-set-by", Types.STRING);
    private static final String UNFINISHED = "";

    private final ListState<String> state;
    private final boolean restored;
    private String setter;
    private final Look look;
    private Stream<String> keys = Stream.empty();
    private Iterator<String> left;
    private volatile boolean running;
    private final AtomicLong swept = new AtomicLong();

    /** Gives all customers there are. */
    @FunctionalInterface
    interface Names {
        Stream<String> all() throws IOException;
    }

    /** What is done for one customer. */
    @FunctionalInterface
    interface Look {
        void at(String customer) throws Exception;
    }

    /**
     * Not begun yet.
     *
     * @param restored whether there may be customers already
     * @param setter what sets timers now: the release, and all else that timers depend upon
     */
    ReleaseSweep(OperatorStateStore store, boolean restored, String setter, Look look) throws Exception {
        this.state = store.getUnionListState(STATE);
        this.restored = restored;
        this.setter = setter;
        this.look = look;
    }

    /** Begins if any timer may have been set by something else. */
    void begin(Names customers) throws Exception {
        Set<String> setBy = new HashSet<>();
        state.get().forEach(setBy::add);
        if (restored && !setBy.equals(Set.of(setter))) {
            start(customers);
        }
    }

    /** Begins anew if timers are set by something else from now on; what was under way for the one before is left. */
    void again(String by, Names customers) throws IOException {
        if (!by.equals(setter)) {
            setter = by;
            close();
            start(customers);
        }
    }

    private void start(Names customers) throws IOException {
        keys = customers.all();
        left = keys.iterator();
        running = true;
    }

    boolean running() {
        return running;
    }

    /** How many customers have been looked at since the start. */
    long swept() {
        return swept.get();
    }

    /** Goes on until it is told to stop, which is asked before each customer, or to the end. */
    void run(BooleanSupplier stop) throws Exception {
        while (running) {
            if (!left.hasNext()) {
                running = false;
                close();
            } else if (stop.getAsBoolean()) {
                return;
            } else {
                look.at(left.next());
                swept.incrementAndGet();
            }
        }
    }

    void snapshot() throws Exception {
        state.update(List.of(running ? UNFINISHED : setter));
    }

    @Override
    public void close() {
        keys.close();
    }
}
