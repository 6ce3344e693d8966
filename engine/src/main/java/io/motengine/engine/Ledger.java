package io.motengine.engine;

import io.motengine.engine.state.Contact;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.OpenAction;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.event.Feedback;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Actions of one customer: what was reserved for them, what is still out, what is called back. */
final class Ledger {
    /** No cap looks back further. */
    private static final long CONTACT_MEMORY_MILLIS = 90L * 24 * 60 * 60 * 1_000;

    /** A contact can be given back for so long. Caps look at the week it was made in. */
    private static final long GIVEN_BACK_MILLIS = 14L * 24 * 60 * 60 * 1_000;

    /** After these a channel has nothing more to do about the action. */
    private static final Set<Feedback.Outcome> ENDED = EnumSet.of(
            Feedback.Outcome.NOT_DELIVERED,
            Feedback.Outcome.ACCEPTED,
            Feedback.Outcome.REFUSED,
            Feedback.Outcome.EXPIRED,
            Feedback.Outcome.DONE,
            Feedback.Outcome.HANDED_OVER);

    private final CustomerState state;
    private final Effects effects;

    Ledger(CustomerState state, Effects effects) {
        this.state = state;
        this.effects = effects;
    }

    /** Reserves the contact, which no service message takes, and keeps the action until it ends. */
    void issue(ActionIssued action) {
        long at = action.time().toEpochMilli();
        expire(at);
        if (!action.service()) {
            state.contacts().removeIf(contact -> contact.at() < at - CONTACT_MEMORY_MILLIS);
            // Of the two clocks the one behind, and for feedback the one ahead: none that may be given back is settled
            // before.
            long settled = Math.min(at, state.clock()) - GIVEN_BACK_MILLIS;
            state.contacts().replaceAll(contact -> contact.at() < settled ? contact.settled() : contact);
            state.contacts().add(Contact.of(at, action.id(), action.strategy(), action.channel()));
        }
        state.openActions()
                .add(new OpenAction(
                        action.id(),
                        null,
                        action.strategy(),
                        action.channel(),
                        action.momentInstance(),
                        at,
                        action.expiresAt().toEpochMilli()));
        state.shown().stale();
        effects.issue(action);
    }

    /**
     * What a channel says of an action. Whether the contact is given back hangs on time alone, the clock of governance and the
     * record's, and not on whether the key of its action is still in the record.
     *
     * @param now the clock of governance
     */
    void take(Feedback feedback, Instant now) {
        if (feedback.outcome() == Feedback.Outcome.NOT_DELIVERED) {
            // Nobody was contacted: what the cap had reserved is given back.
            long earliest = Math.max(now.toEpochMilli(), state.clock()) - GIVEN_BACK_MILLIS;
            state.contacts().removeIf(contact -> contact.at() >= earliest && contact.isOf(feedback.actionId()));
        }
        if (ENDED.contains(feedback.outcome())
                && state.openActions().removeIf(open -> open.id().equals(feedback.actionId()))) {
            state.shown().stale();
        }
    }

    /** Forgets what has expired by now: its channel knows when it ends. */
    void expire(long now) {
        if (state.openActions().removeIf(open -> open.expiresAt() <= now)) {
            state.shown().stale();
        }
    }

    /**
     * Calls back what is still out; what has expired by now has ended already. The contact stays counted: the customer may have seen the action already.
     *
     * @param reason stable code
     */
    void cancel(Predicate<OpenAction> which, String reason, Instant now) {
        expire(now.toEpochMilli());
        List<OpenAction> called = state.openActions().stream().filter(which).toList();
        for (OpenAction open : called) {
            effects.cancel(new ActionCancelled(
                    Ids.of("cancelled", open.id(), reason),
                    now,
                    open.customer() == null ? state.customer() : open.customer(),
                    open.id(),
                    open.channel(),
                    open.strategy(),
                    reason));
        }
        if (!called.isEmpty()) {
            state.openActions().removeAll(called);
            state.shown().stale();
        }
    }
}
