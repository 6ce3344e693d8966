package io.motengine.engine.allocate;

import io.motengine.schemas.action.ActionIssued;
import java.util.List;

/** What is asked of the allocator. What one customer asks arrives in the order in which it was asked. */
public sealed interface Asked {
    /** The action leaves if all that it needs is given; the customer is told either way. */
    record Claim(ActionIssued action, List<Need> needs) implements Asked {
        public Claim {
            needs = List.copyOf(needs);
        }
    }

    /** A claim is not needed any more: expired, cancelled, not delivered. */
    record GiveBack(String resource, String claim) implements Asked {}

    /**
     * There is more or less than the release says.
     *
     * @param id {@code source/id} of the event that says so
     */
    record Correct(String resource, String id, long change, long budgetChange) implements Asked {}
}
