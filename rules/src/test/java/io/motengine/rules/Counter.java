package io.motengine.rules;

import io.motengine.engine.allocate.Allocator;
import io.motengine.engine.allocate.Answers;
import io.motengine.engine.allocate.Asked;
import io.motengine.engine.allocate.MemoryShelf;
import io.motengine.engine.allocate.Resources;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is counted across the customers of a scenario, answered at once. */
final class Counter {
    private final MemoryShelf shelf = new MemoryShelf();
    private final Allocator allocator = new Allocator(shelf);

    /**
     * What came of asking.
     *
     * @param left actions that leave, in the order in which they were asked for
     * @param denied actions that do not
     * @param answers for the customers who asked
     */
    record Answered(List<ActionIssued> left, List<ActionIssued> denied, List<EventEnvelope> answers) {}

    Answered ask(List<Asked> all) {
        Answered answered = new Answered(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Asked asked : all) {
            if (asked instanceof Asked.Claim claim) {
                claim(claim, answered);
            } else if (asked instanceof Asked.GiveBack back) {
                allocator.giveBack(back.resource(), back.claim());
            } else if (asked instanceof Asked.Correct correct) {
                allocator.correct(correct.resource(), correct.id(), correct.change(), correct.budgetChange());
            }
        }
        return answered;
    }

    private void claim(Asked.Claim claim, Answered answered) {
        ActionIssued action = claim.action();
        Optional<String> missing = allocator.claim(claim.needs());
        (missing.isEmpty() ? answered.left() : answered.denied()).add(action);
        answered.answers().add(Answers.of(action.customer(), action.id(), missing, action.time()));
    }

    /** How many of a benefit are out or redeemed. */
    long out(String benefit) {
        return shelf.state(Resources.benefit(benefit)).out();
    }
}
