package io.motengine.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** The simulated world's clock: a steady reading made faster. */
final class SimulatedTime {
    private final Instant start;
    private final double speed;
    private final LongSupplier nanos;
    private final long startedAt;

    /**
     * Starts the clock.
     *
     * @param start what it shows now
     * @param speed simulated seconds in a real second
     * @param nanos a steady reading, as {@link System#nanoTime}
     */
    SimulatedTime(Instant start, double speed, LongSupplier nanos) {
        this.start = start;
        this.speed = speed;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
    }

    Instant now() {
        return start.plus(Duration.ofNanos((long) ((nanos.getAsLong() - startedAt) * speed)));
    }
}
