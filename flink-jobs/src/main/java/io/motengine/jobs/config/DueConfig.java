package io.motengine.jobs.config;

import java.io.Serializable;

/**
 * How fast overdue work is caught up with, live ({@code clock: wall}, {@code ordering: arrival}). Service messages and
 * histories know no limit.
 *
 * @param maxPerSecond most customers woken up for marketing, per second and subtask
 * @param sweepPerSecond most customers looked through after a change of release, per second and subtask
 */
public record DueConfig(Integer maxPerSecond, Integer sweepPerSecond) implements Serializable {
    public DueConfig {
        maxPerSecond = maxPerSecond == null ? 2_000 : Checks.atLeastOne("maxPerSecond", maxPerSecond);
        sweepPerSecond = sweepPerSecond == null ? 20_000 : Checks.atLeastOne("sweepPerSecond", sweepPerSecond);
    }

    public static DueConfig defaults() {
        return new DueConfig(null, null);
    }
}
