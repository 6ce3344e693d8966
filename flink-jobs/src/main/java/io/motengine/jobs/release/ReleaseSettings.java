package io.motengine.jobs.release;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.ReleaseConfig;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.Serializable;
import java.util.Properties;

/** Whose releases are followed: tasks of one process that agree in all of this follow them together. */
record ReleaseSettings(
        Properties consumer, Properties producer, ReleaseConfig config, ReleaseFiles submitted, ClockMode mode)
        implements Serializable {}
