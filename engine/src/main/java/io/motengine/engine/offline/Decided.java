package io.motengine.engine.offline;

import io.motengine.engine.Input;
import io.motengine.engine.Outcome;
import java.time.Instant;

/**
 * One input that was decided offline.
 *
 * @param customer whose input it was
 * @param time of the event, or when something was due (event time, UTC)
 */
public record Decided(String customer, Instant time, Input input, Outcome outcome) {}
