package io.motengine.bench.peers.flink;

import io.motengine.bench.peers.moments.PlainEvent;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Counts events on their way to the peer. Few can be between here and there: buffers are bounded, and so is how far partitions
 * may drift apart.
 */
final class CountRead implements FilterFunction<PlainEvent> {
    private static final long serialVersionUID = 1L;
    /** The whole process has one job. */
    private static final LongAdder READ = new LongAdder();

    static long read() {
        return READ.sum();
    }

    @Override
    public boolean filter(PlainEvent event) {
        READ.increment();
        return true;
    }
}
