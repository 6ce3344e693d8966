package io.motengine.bench.customers;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the job has done so far. Static, because the tasks of a MiniCluster share nothing else with whoever submitted the job. Times
 * are {@link System#nanoTime}, 0 if it has not come to it.
 */
final class Progress {
    /** Events that have gone into the job. */
    static final LongAdder READ = new LongAdder();

    /** Customers whose tick has been decided. */
    static final LongAdder SERVED = new LongAdder();

    /** When the first profile was read. */
    static final AtomicLong BEGAN = new AtomicLong();

    /** When the last profile had been read. */
    static final AtomicLong LOADED = new AtomicLong();

    /** When the clock passed the tick. */
    static final AtomicLong TICKED = new AtomicLong();

    /** When the last event was read. */
    static final AtomicLong ENDED = new AtomicLong();

    /** When the tick that was decided last was decided. */
    static final AtomicLong LAST_SERVED = new AtomicLong();

    private Progress() {}

    static void read(long number, Plan plan) {
        READ.increment();
        if (number == 0) {
            BEGAN.set(System.nanoTime());
        } else if (number == plan.customers()) {
            LOADED.set(System.nanoTime());
        } else if (number == plan.customers() + plan.activity()) {
            TICKED.set(System.nanoTime());
        }
        if (number == plan.events() - 1) {
            ENDED.set(System.nanoTime());
        }
    }

    static void served() {
        SERVED.increment();
        LAST_SERVED.set(System.nanoTime());
    }
}
