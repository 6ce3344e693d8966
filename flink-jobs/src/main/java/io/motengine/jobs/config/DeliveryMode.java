package io.motengine.jobs.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a crash may do to what the job writes. */
public enum DeliveryMode {
    /** Leaves at once; after a crash, what was decided since the last checkpoint is decided and written again. */
    @JsonProperty("fast")
    FAST,
    /** Kafka transactions: visible to {@code read_committed} readers with each checkpoint, exactly once. */
    @JsonProperty("exact")
    EXACT
}
