package io.motengine.jobs.decide;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;

/**
 * What the decision operator carries from submission to where it runs.
 *
 * @param until last moment at which anything falls due; null without such an end
 * @param due how fast overdue work is caught up with; for live running only
 * @param clock wall clock
 */
public record DecideSettings(
        ReleaseFiles release, ClockMode mode, Ordering ordering, Instant until, DueConfig due, Clock clock)
        implements Serializable {

    /** Whether customers are at the other end: only then may there be too much for them, or for the channels. */
    boolean live() {
        return mode == ClockMode.WALL && ordering == Ordering.ARRIVAL;
    }
}
