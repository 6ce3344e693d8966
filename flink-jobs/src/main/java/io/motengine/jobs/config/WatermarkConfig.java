package io.motengine.jobs.config;

import java.time.Duration;

/**
 * How event time moves.
 *
 * @param disorder how much earlier than the latest event of its partition an event may be without being overtaken by time
 * @param idleAfter how long a partition must be silent before the job asks the broker whether it is read to its end
 * @param maxDrift how far the reading of one partition may run ahead of the slowest; null for the ordering's default
 */
public record WatermarkConfig(Duration disorder, Duration idleAfter, Duration maxDrift) {
    public WatermarkConfig {
        disorder = Checks.notNegative("disorder", disorder, Duration.ofSeconds(5));
        idleAfter = Checks.positive("idleAfter", idleAfter, Duration.ofSeconds(2));
        maxDrift = maxDrift == null ? null : Checks.positive("maxDrift", maxDrift, maxDrift);
    }

    static WatermarkConfig defaults() {
        return new WatermarkConfig(null, null, null);
    }

    /**
     * How far reading may run ahead, in event time.
     *
     * <p>Live, a minute of drift is a minute of waiting for the quicker topic, so it is wide. A history passes a year in
     * seconds, and the drift is what the buffer of events that wait for their turn may hold.
     */
    public Duration maxDrift(Ordering ordering) {
        if (maxDrift != null) {
            return maxDrift;
        }
        return ordering == Ordering.ARRIVAL ? Duration.ofMinutes(10) : Duration.ofDays(365);
    }
}
