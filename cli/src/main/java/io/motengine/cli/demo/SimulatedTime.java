package io.motengine.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** The simulated world's clock: a steady reading made faster, that can be held. Thread-safe. */
final class SimulatedTime {
    private final double speed;
    private final LongSupplier nanos;
    private Instant shown;
    private long readAt;
    private boolean held;

    /**
     * Starts the clock.
     *
     * @param start what it shows now
     * @param speed simulated seconds in a real second
     * @param nanos a steady reading, as {@link System#nanoTime}
     */
    SimulatedTime(Instant start, double speed, LongSupplier nanos) {
        this.shown = start;
        this.speed = speed;
        this.nanos = nanos;
        this.readAt = nanos.getAsLong();
    }

    synchronized Instant now() {
        long reading = nanos.getAsLong();
        if (!held) {
            shown = shown.plus(Duration.ofNanos((long) ((reading - readAt) * speed)));
        }
        readAt = reading;
        return shown;
    }

    /** Stands still from now on, or goes on. */
    synchronized void hold(boolean hold) {
        // What has passed until now still counts by the old rule.
        now();
        held = hold;
    }
}
