package io.motengine.cli.replay;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Keeps a sender to a rate; what was late is not made up for. */
final class Pace {
    private static final double NANOS = 1e9;
    private final double nanosBetween;
    private final LongSupplier clock;
    private double next;

    /**
     * Starts now.
     *
     * @param perSecond 0 for no limit
     * @param clock a steady reading, as {@link System#nanoTime}
     */
    Pace(int perSecond, LongSupplier clock) {
        this.nanosBetween = perSecond == 0 ? 0 : NANOS / perSecond;
        this.clock = clock;
        this.next = clock.getAsLong();
    }

    /** Waits until the next event may go. */
    void await() {
        if (nanosBetween == 0) {
            return;
        }
        for (double left = next - clock.getAsLong(); left > 0; left = next - clock.getAsLong()) {
            LockSupport.parkNanos((long) left);
        }
        next = Math.max(next, clock.getAsLong() - NANOS) + nanosBetween;
    }
}
