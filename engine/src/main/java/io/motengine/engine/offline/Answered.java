package io.motengine.engine.offline;

import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.event.EventEnvelope;
import java.util.List;

/**
 * What came of asking the allocator.
 *
 * @param left actions that leave, in the order in which they were asked for
 * @param denied actions that do not leave
 * @param answers for the customers who asked, in the same order
 */
public record Answered(List<ActionIssued> left, List<ActionIssued> denied, List<EventEnvelope> answers) {
    public Answered {
        left = List.copyOf(left);
        denied = List.copyOf(denied);
        answers = List.copyOf(answers);
    }
}
