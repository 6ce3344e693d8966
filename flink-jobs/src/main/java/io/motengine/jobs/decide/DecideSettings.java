package io.motengine.jobs.decide;

import io.motengine.jobs.config.ClockMode;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;

/**
 * What the decision operator carries from submission to where it runs.
 *
 * @param until last moment at which anything falls due; null without such an end
 * @param clock wall clock
 */
public record DecideSettings(ReleaseFiles release, ClockMode mode, Instant until, Clock clock)
        implements Serializable {}
