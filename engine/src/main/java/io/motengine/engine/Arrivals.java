package io.motengine.engine;

import io.motengine.engine.events.EventClasses;
import io.motengine.engine.release.Policy;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.SeenEvents;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an event counts: once, and only if it does not come too late.
 *
 * <p>The two belong together: an event is remembered for as long as its duplicate would not be too late.
 *
 * <p>What a customer does is judged, and remembered, by the newest of its kind, which ticks do not move. All else is never too
 * late; it is remembered over the dedupe horizon, behind the newest that is known of the customer.
 */
final class Arrivals {
    private final CustomerState state;
    private final Policy.Time rules;

    Arrivals(CustomerState state, Policy.Time rules) {
        this.state = state;
        this.rules = rules;
    }

    boolean isKnown(EventEnvelope event) {
        return state.seen().contains(event.source(), event.id());
    }

    /** Whether it comes after a later event of the same customer. */
    boolean isLate(EventEnvelope event) {
        return EventClasses.drivesTime(event.type()) && event.time().toEpochMilli() < state.highWater();
    }

    /**
     * Refuses what is too late or from the future.
     *
     * @param now the clock of governance
     */
    void check(EventEnvelope event, Origin origin, Instant now) throws BadEventException {
        Instant latest = now.plus(rules.futureSkew());
        if (event.time().isAfter(latest)) {
            throw new BadEventException(
                    ErrorCode.TIME_IN_FUTURE, "time: " + event.time() + " (expected: at most " + latest + ")");
        }
        // What another name passed on came there in time. How long it was on its way is not its fault.
        if (origin.topic().equals(Topics.INTERNAL) || !isLate(event)) {
            return;
        }
        Duration behind = Duration.ofMillis(state.highWater() - event.time().toEpochMilli());
        if (behind.compareTo(rules.correctionAllowance()) > 0) {
            throw new BadEventException(
                    ErrorCode.TOO_LATE,
                    "time: " + event.time() + ", " + behind + " behind the customer's newest event (expected: at most "
                            + rules.correctionAllowance() + ")");
        }
    }

    /** Remembers an event that counts, and forgets those whose duplicates would be refused anyway. */
    void remember(EventEnvelope event) {
        long time = event.time().toEpochMilli();
        if (EventClasses.drivesTime(event.type())) {
            state.reached(time);
        }
        long highWater = state.highWater();
        long horizon = rules.dedupeHorizon().toMillis();
        // The horizon is never shorter than the allowance: releases are checked for that.
        long done = highWater - horizon;
        long told = Math.max(Math.max(highWater, state.clock()), time) - horizon;
        // What is later than all that the customer did has only been told of them.
        long newest = highWater == CustomerState.UNSET ? highWater : SeenEvents.remembered(highWater);
        state.seen().forget(seen -> seen <= newest ? seen < done : seen < told);
        state.seen().add(event.source(), event.id(), time);
    }
}
