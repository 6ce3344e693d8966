package io.motengine.engine;

import java.time.Instant;

/**
 * The clock of governance: quiet hours, caps, consent, expiry.
 *
 * <p>Event time drives features, patterns and stages; this drives whether and when anything may leave.
 */
@FunctionalInterface
public interface Now {
    /** History and simulation: each decision takes its own event time. */
    Now EVENT_TIME = eventTime -> eventTime;

    /** Now, UTC, for a decision about what happened or fell due at {@code eventTime}. */
    Instant at(Instant eventTime);

    /** Live running: one reading of the wall clock, taken when the input was read and recorded with the decision. */
    static Now wall(Instant reading) {
        return eventTime -> reading;
    }
}
