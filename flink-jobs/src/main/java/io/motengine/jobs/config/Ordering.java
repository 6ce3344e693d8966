package io.motengine.jobs.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order a customer's events are decided. */
public enum Ordering {
    /** As they come. Live running. */
    @JsonProperty("arrival")
    ARRIVAL,
    /** By their own time, across topics; two runs over the same topics are then identical. Histories. */
    @JsonProperty("event-time")
    EVENT_TIME
}
