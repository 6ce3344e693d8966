package io.motengine.engine;

import io.motengine.engine.allocate.Asked;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import java.util.List;

/**
 * What came of one input.
 *
 * @param status what became of the input itself; an event that is rejected or a duplicate may still have let due work run
 *     before it
 * @param changed whether the state differs from what went in and must be written
 * @param late whether the event came after a later event of the same customer, within the allowance
 * @param rejection why the event was rejected; null unless it was
 * @param skipped stable word that says why the event was skipped; null unless it was
 * @param decisions one record for each due or event that concluded anything, in the order decided
 * @param told events for other customers, or for the one that this identity became: to {@code mot.internal}, by subject
 * @param asked of the allocator, in this order: actions that leave only if all they count for is given, and what goes back
 * @param view what all channels may see from now on; null if that has not changed
 * @param gone whether channels are to forget the customer
 */
public record Outcome(
        Status status,
        boolean changed,
        boolean late,
        BadEventException rejection,
        String skipped,
        List<ActionIssued> issued,
        List<ActionCancelled> cancelled,
        List<DecisionRecord> decisions,
        List<EventEnvelope> told,
        List<Asked> asked,
        CustomerView view,
        boolean gone) {
    public Outcome {
        issued = List.copyOf(issued);
        cancelled = List.copyOf(cancelled);
        decisions = List.copyOf(decisions);
        told = List.copyOf(told);
        asked = List.copyOf(asked);
    }

    /** What became of an input. */
    public enum Status {
        /** Decided, whether or not anything came of it. */
        DECIDED,
        /** Seen before within the dedupe horizon: nothing happened. */
        DUPLICATE,
        /** Not for this record: the customer was erased, or has another name by now, to which the event went on; or for no rule. */
        SKIPPED,
        /** Broken or too late: belongs on the dead-letter topic. */
        REJECTED
    }

    /** Nothing was done with the event. */
    public static Outcome skipped(String reason) {
        return new Outcome(
                Status.SKIPPED,
                false,
                false,
                null,
                reason,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false);
    }

    static Outcome rejected(BadEventException rejection) {
        return new Outcome(
                Status.REJECTED,
                false,
                false,
                rejection,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false);
    }
}
