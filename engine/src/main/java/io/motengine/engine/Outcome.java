package io.motengine.engine;

import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.decision.DecisionRecord;
import java.util.List;

/**
 * What came of one input.
 *
 * @param status what became of the input itself; an event that is rejected or a duplicate may still have let due work run
 *     before it
 * @param changed whether the state differs from what went in and must be written
 * @param late whether the event came after a later event of the same customer, within the allowance
 * @param rejection why the event was rejected; null unless it was
 * @param decisions one record for each due or event that concluded anything, in the order decided
 */
public record Outcome(
        Status status,
        boolean changed,
        boolean late,
        BadEventException rejection,
        List<ActionIssued> issued,
        List<ActionCancelled> cancelled,
        List<DecisionRecord> decisions) {

    /** What became of an input. */
    public enum Status {
        /** Decided, whether or not anything came of it. */
        DECIDED,
        /** Seen before within the dedupe horizon: nothing happened. */
        DUPLICATE,
        /** Broken or too late: belongs on the dead-letter topic. */
        REJECTED
    }
}
