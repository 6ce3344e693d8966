package io.motengine.jobs.config;

import java.time.Instant;

/**
 * All settings of the decision job. Each stands, with its default and its reason, in {@code decision-job.yaml}.
 *
 * @param bounded whether the job ends at what the topics hold when it starts
 * @param until last moment (event time) at which anything falls due; null without such an end
 * @param warmUpUntil start of live running (event time): what happened or fell due before only builds state; null without
 *     warm-up
 * @param parallelism null to use what the job is submitted with
 * @param maxParallelism fixed for the life of the state
 */
public record JobConfig(
        KafkaConfig kafka,
        ReleaseConfig release,
        ClockMode clock,
        Ordering ordering,
        Boolean bounded,
        Instant until,
        Instant warmUpUntil,
        DeliveryConfig delivery,
        WatermarkConfig watermarks,
        DueConfig due,
        CacheConfig cache,
        CheckpointConfig checkpoints,
        Integer parallelism,
        Integer maxParallelism) {
    public JobConfig {
        kafka = kafka == null ? KafkaConfig.defaults() : kafka;
        release = release == null ? ReleaseConfig.defaults() : release;
        clock = clock == null ? ClockMode.WALL : clock;
        ordering = ordering == null ? Ordering.ARRIVAL : ordering;
        bounded = bounded != null && bounded;
        delivery = delivery == null ? DeliveryConfig.defaults() : delivery;
        watermarks = watermarks == null ? WatermarkConfig.defaults() : watermarks;
        due = due == null ? DueConfig.defaults() : due;
        cache = cache == null ? CacheConfig.defaults() : cache;
        checkpoints = checkpoints == null ? CheckpointConfig.defaults() : checkpoints;
        parallelism = Checks.atLeastOne("parallelism", parallelism);
        maxParallelism = maxParallelism == null ? 128 : Checks.atLeastOne("maxParallelism", maxParallelism);
        if (bounded && until == null) {
            throw new IllegalArgumentException("until: absent (expected: an instant such as 2026-03-01T00:00:00Z when"
                    + " bounded is true: at its end all time has passed, and what recurs would fall due for ever)");
        }
        if (bounded && warmUpUntil != null) {
            throw new IllegalArgumentException(
                    "warmUpUntil: " + warmUpUntil + " (expected: absent when bounded is true: of"
                            + " a job whose operators have finished there is no savepoint to go on from)");
        }
        if (until != null && warmUpUntil != null) {
            throw new IllegalArgumentException("until: " + until + " (expected: absent with warmUpUntil: what falls due"
                    + " later is for the live job, and would be forgotten)");
        }
        if (ordering == Ordering.EVENT_TIME && clock == ClockMode.WALL) {
            throw new IllegalArgumentException("ordering: event-time (expected: arrival when clock is wall: an event"
                    + " that waits for its turn is not decided by the clock of its arrival)");
        }
    }

    /** What an empty file means. */
    public static JobConfig defaults() {
        return new JobConfig(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Whether this job only builds state: its time comes as far as the start of live running and stands there, until somebody
     * stops it with a savepoint. What is later waits in the savepoint.
     */
    public boolean warmsUp() {
        return ordering == Ordering.EVENT_TIME && warmUpUntil != null;
    }

    /** Whether wall-clock time may stand in for the time of a partition that is silent and read to its end. */
    public boolean wallClockProgress() {
        return clock == ClockMode.WALL && ordering == Ordering.ARRIVAL && !bounded;
    }
}
