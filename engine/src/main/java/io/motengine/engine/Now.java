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

    /** Whether anything may leave for what happened or fell due at {@code eventTime}; nothing does while state is warmed up. */
    default boolean issues(Instant eventTime) {
        return true;
    }

    /** Event time, and silence before {@code start}: history builds state and issues nothing. */
    static Now warmUp(Instant start, Now clock) {
        return new Now() {
            @Override
            public Instant at(Instant eventTime) {
                return issues(eventTime) ? clock.at(eventTime) : eventTime;
            }

            @Override
            public boolean issues(Instant eventTime) {
                return !eventTime.isBefore(start);
            }
        };
    }

    /** Now, UTC, for a decision about what happened or fell due at {@code eventTime}. */
    Instant at(Instant eventTime);

    /** Live running: one reading of the wall clock, taken when the input was read and recorded with the decision. */
    static Now wall(Instant reading) {
        return eventTime -> reading;
    }
}
