package io.motengine.jobs.decide;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** How well the records at hand serve, and what checkpoints wait for. */
final class CacheMetrics {
    private static final long NANOS_PER_MICRO = 1_000;

    private final Counter hits;
    private final Counter misses;
    private final Counter written;
    private volatile long writeAllMicros;
    private volatile int wroteAll;

    CacheMetrics(MetricGroup operator) {
        MetricGroup cache = operator.addGroup("mot").addGroup("cache");
        hits = cache.counter("hits");
        misses = cache.counter("misses");
        written = cache.counter("written");
        cache.gauge("writeAllMicros", () -> writeAllMicros);
        cache.gauge("wroteAll", () -> wroteAll);
    }

    void hit() {
        hits.inc();
    }

    void missed() {
        misses.inc();
    }

    void written() {
        written.inc();
    }

    /** So many records were written at once, for a checkpoint. */
    void wroteAll(int records, long nanos) {
        wroteAll = records;
        writeAllMicros = nanos / NANOS_PER_MICRO;
    }
}
