package io.motengine.bench.customers;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What the job has done so far. Static, because the tasks of a MiniCluster share nothing else with whoever submitted the job. Times
 * are {@link System#nanoTime}, 0 if it has not come to it.
 */
final class Progress {
    /** How long events go on after everybody has been served, for comparison. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Nobody has been served for so long: nobody will be. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final AtomicLong READ = new AtomicLong();
    private static final AtomicLong NEWEST = new AtomicLong();
    private static final AtomicLong OVERTAKEN = new AtomicLong();

    /** When the first profile was read. */
    static final AtomicLong BEGAN = new AtomicLong();

    /** When the last profile had been read. */
    static final AtomicLong LOADED = new AtomicLong();

    /** When the events at a steady pace began. */
    static final AtomicLong PACED = new AtomicLong();

    /** When the clock passed the tick. */
    static final AtomicLong TICKED = new AtomicLong();

    /** When the last event was read. */
    static final AtomicLong ENDED = new AtomicLong();

    private static volatile Plan plan;
    private static volatile Served marketing;
    private static volatile Served service;
    private static final Probes PROBES = new Probes();
    private static final Checkpoints CHECKPOINTS = new Checkpoints();

    private Progress() {}

    static void begin(Plan of) {
        plan = of;
        marketing = new Served(of.customers());
        service = new Served(of.customers());
    }

    static Served marketing() {
        return marketing;
    }

    static Served service() {
        return service;
    }

    static Probes probes() {
        return PROBES;
    }

    static Checkpoints checkpoints() {
        return CHECKPOINTS;
    }

    /** Events that have gone into the job. */
    static long read() {
        return READ.get();
    }

    /** Time of the newest of them, epoch milliseconds. */
    static long newest() {
        return NEWEST.get();
    }

    /** A customer was served for service after so many of the same subtask had been for marketing. */
    static void overtook(long marketingBefore) {
        OVERTAKEN.accumulateAndGet(marketingBefore, Math::max);
    }

    static long overtaken() {
        return OVERTAKEN.get();
    }

    /** An event is about to go into the job; one at a steady pace waits for its turn here, which is less than a second away. */
    static void read(long number, Plan of) throws InterruptedException {
        long paced = number - of.firstPaced();
        if (paced > 0) {
            pause(PACED.get() + paced * TimeUnit.SECONDS.toNanos(1) / of.pace() - System.nanoTime());
        }
        long now = System.nanoTime();
        if (number == 0) {
            BEGAN.set(now);
        } else if (number == of.customers()) {
            LOADED.set(now);
        } else if (paced == 0) {
            PACED.set(now);
        }
        long time = of.time(number);
        if (time >= Plan.TICK) {
            TICKED.compareAndSet(0, now);
        }
        NEWEST.lazySet(time);
        READ.lazySet(number + 1);
    }

    private static void pause(long nanos) throws InterruptedException {
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whether all have been served and some time has passed; events that would come now are left out. */
    static boolean isOver() {
        long ticked = TICKED.get();
        if (ticked == 0) {
            return false;
        }
        long now = System.nanoTime();
        long quiet = now - Math.max(ticked, lastServed());
        boolean over = ENDED.get() != 0 || quiet > (allServed() ? QUIET_NANOS : STUCK_NANOS);
        if (over) {
            ENDED.compareAndSet(0, now);
        }
        return over;
    }

    private static boolean allServed() {
        return marketing.customers() == plan.marketingDue() && service.customers() == plan.forms();
    }

    static long lastServed() {
        return Math.max(marketing.last(), service.last());
    }
}
