package io.motengine.cli.rules.simulate;

import io.motengine.engine.release.Release;
import java.time.Duration;
import java.util.Map;

/**
 * A recording as one release decides it.
 *
 * @param customers how many are known at the end
 * @param events decided, without what customers told each other
 * @param skipped events that the release does not look at or that break the contract, by reason
 * @param took deciding alone, without reading
 * @param processor time of processors that deciding took
 * @param secondHalf events of the second half, and the time of processors that they took
 */
record Simulated(
        Release release,
        Results results,
        int customers,
        long events,
        Map<String, Long> skipped,
        Duration took,
        Duration processor,
        Part secondHalf) {
    /** Some of the events, and the time of processors that they took. */
    record Part(long events, Duration processor) {
        long eventsPerCoreSecond() {
            return events * 1_000 / Math.max(1, processor.toMillis());
        }
    }

    long eventsPerSecond() {
        return events * 1_000 / Math.max(1, took.toMillis());
    }

    /** In a second of one processor, whatever else ran beside. */
    long eventsPerCoreSecond() {
        return new Part(events, processor).eventsPerCoreSecond();
    }
}
