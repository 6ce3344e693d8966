package io.motengine.jobs.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a job without a checkpoint or savepoint starts to read. */
public enum StartFrom {
    /** Where the consumer group stands; the beginning of the topic if it stands nowhere. */
    @JsonProperty("committed")
    COMMITTED,
    @JsonProperty("earliest")
    EARLIEST,
    /** Only what comes after the job's start. */
    @JsonProperty("latest")
    LATEST
}
