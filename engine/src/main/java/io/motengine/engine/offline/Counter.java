package io.motengine.engine.offline;

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

/** What is counted across all customers, answered at once, as the job's allocator does. Not thread-safe. */
public final class Counter {
    private static final Answered NOTHING = new Answered(List.of(), List.of(), List.of());

    private final MemoryShelf shelf = new MemoryShelf();
    private final Allocator allocator = new Allocator(shelf);

    /** Asks in the order given: who asks first is given first. */
    public Answered ask(List<Asked> all) {
        if (all.isEmpty()) {
            return NOTHING;
        }
        List<ActionIssued> left = new ArrayList<>();
        List<ActionIssued> denied = new ArrayList<>();
        List<EventEnvelope> answers = new ArrayList<>();
        for (Asked asked : all) {
            if (asked instanceof Asked.Claim claim) {
                ActionIssued action = claim.action();
                Optional<String> missing = allocator.claim(claim.needs());
                (missing.isEmpty() ? left : denied).add(action);
                answers.add(Answers.of(action.customer(), action.id(), missing, action.time()));
            } else if (asked instanceof Asked.GiveBack back) {
                allocator.giveBack(back.resource(), back.claim());
            } else if (asked instanceof Asked.Correct correct) {
                allocator.correct(correct.resource(), correct.id(), correct.change(), correct.budgetChange());
            }
        }
        return new Answered(left, denied, answers);
    }

    /** How many of a benefit are out or redeemed. */
    public long out(String benefit) {
        return shelf.state(Resources.benefit(benefit)).out();
    }
}
