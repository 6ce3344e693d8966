package io.motengine.jobs.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What {@code now} is for governance: quiet hours, caps, consent, expiry. */
public enum ClockMode {
    /** The wall clock, read once when an event is read. Live running. */
    @JsonProperty("wall")
    WALL,
    /** The events' own time. Histories and simulations. */
    @JsonProperty("event")
    EVENT
}
