package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.Contact;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Ended;
import io.motengine.engine.state.Hold;
import io.motengine.engine.state.OpenAction;
import io.motengine.engine.state.OpenAction.Life;
import io.motengine.engine.state.Planned;
import io.motengine.engine.state.Refusal;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.Feedback;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Actions of one customer: what was reserved for them, what is still out, what is called back. */
final class Ledger {
    /** No cap looks back further. */
    private static final long CONTACT_MEMORY_MILLIS = 90L * 24 * 60 * 60 * 1_000;

    /** No refusal rests a strategy for longer. */
    private static final long REFUSAL_MEMORY_MILLIS = 400L * 24 * 60 * 60 * 1_000;

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

    /** Why an action is called back whose customer has done what it was for. */
    static final String GOAL_MET = "goal-met";

    private final CustomerState state;
    private final Counting counting;

    Ledger(CustomerState state, Counting counting) {
        this.state = state;
        this.counting = counting;
    }

    /** Counts a contact for when it will be made; a service message takes none. */
    void reserve(String action, StrategyCard card, String channel, Instant when) {
        if (!card.service()) {
            long at = when.toEpochMilli();
            state.contacts().removeIf(contact -> contact.at() < at - CONTACT_MEMORY_MILLIS);
            // Of the two clocks the one behind, and for feedback the one ahead: none that may be given back is settled
            // before.
            long settled = Math.min(at, state.clock()) - GIVEN_BACK_MILLIS;
            state.contacts().replaceAll(contact -> contact.at() < settled ? contact.settled() : contact);
            lay(Contact.of(at, action, card.id(), channel));
        }
    }

    /** Takes out the contact of an action that is being judged anew; empty if it takes none. */
    Optional<Contact> lift(String action) {
        Optional<Contact> lifted = state.contacts().stream()
                .filter(contact -> contact.isOf(action))
                .findFirst();
        giveBack(action);
        return lifted;
    }

    /** Counts a contact, or counts one again that was taken out. */
    void lay(Contact contact) {
        state.contacts().add(contact);
        state.contacts().sort(Comparator.comparingLong(Contact::at).thenComparingInt(Contact::action));
    }

    /** Nobody was contacted, or not yet: what a cap had reserved is given back. */
    void giveBack(String action) {
        state.contacts().removeIf(contact -> contact.isOf(action));
    }

    /**
     * What a channel could not deliver is given back. Whether it is hangs on time alone, the clock of governance and the record's,
     * and not on whether the key of its action is still in the record.
     */
    private void giveBackRecent(String action, Instant now) {
        long earliest = Math.max(now.toEpochMilli(), state.clock()) - GIVEN_BACK_MILLIS;
        state.contacts().removeIf(contact -> contact.at() >= earliest && contact.isOf(action));
    }

    /** Reserves the contact and keeps the action until it ends. */
    void issue(ActionIssued action, StrategyCard card) {
        long at = action.time().toEpochMilli();
        expire(at);
        reserve(action.id(), card, action.channel(), action.time());
        out(action);
    }

    /** Sends an action again to another person: the contact that it took stays the one that it was. */
    void readdress(OpenAction before, ActionIssued action, String reason) {
        end(open -> open.equals(before), reason, action.time());
        state.contacts()
                .replaceAll(contact -> contact.isOf(before.id())
                        ? Contact.of(contact.at(), action.id(), contact.strategy(), contact.channel())
                        : contact);
        out(action);
    }

    private void out(ActionIssued action) {
        long at = action.time().toEpochMilli();
        state.openActions()
                .add(new OpenAction(
                        action.id(),
                        null,
                        action.strategy(),
                        action.channel(),
                        action.momentInstance(),
                        at,
                        action.expiresAt().toEpochMilli(),
                        Life.ISSUED));
        state.shown().stale();
        counting.leave(action);
    }

    /** Feedback is about an action of which the record knows nothing, though the engine may have issued it. */
    static final String UNKNOWN_ACTION = "unknown-action";

    /**
     * Whether the record knows the action: it is out, or ended not too long ago. After a crash, what {@code fast} delivery let out
     * since the last checkpoint is not known until it is decided again, and what a channel says of it may come first.
     *
     * @throws BadEventException if the engine cannot have given such an id
     */
    boolean knows(Feedback feedback) throws BadEventException {
        String id = feedback.actionId();
        boolean known = state.openActions().stream().anyMatch(open -> open.id().equals(id))
                || state.ended().stream().anyMatch(ended -> ended.isOf(id))
                || state.contacts().stream().anyMatch(contact -> contact.isOf(id));
        if (!known && !Ids.isOne(id)) {
            throw new BadEventException(
                    ErrorCode.UNKNOWN_ACTION,
                    "data.actionId: \"" + id + "\" (expected: an action of this customer that is out, or ended at most "
                            + Ended.DAYS + " days ago)");
        }
        return known;
    }

    /** Moves the action's life on; what is told late, twice or out of order changes nothing that is not new. */
    void take(Feedback feedback, long time, Instant now) {
        Optional<OpenAction> open = state.openActions().stream()
                .filter(action -> action.id().equals(feedback.actionId()))
                .findFirst();
        switch (feedback.outcome()) {
            case NOT_DELIVERED -> giveBackRecent(feedback.actionId(), now);
            case DELIVERED -> come(feedback, Life.DELIVERED);
            case OPENED -> come(feedback, Life.OPENED);
            case CLICKED -> come(feedback, Life.CLICKED);
            case REFUSED -> open.ifPresent(action -> refused(action, feedback, time));
            default -> {}
        }
        // What is handed over has not ended: it goes out again.
        if (ENDED.contains(feedback.outcome()) && open.isPresent() && !feedback.handsOver()) {
            close(open.get(), feedback.outcome(), now);
        }
    }

    /** A channel has nothing more to do about an action. If it reached the customer, the other steps of its ladder end too. */
    void close(OpenAction open, Feedback.Outcome outcome, Instant now) {
        state.openActions().remove(open);
        remember(open, now.toEpochMilli());
        state.shown().stale();
        if (outcome != Feedback.Outcome.NOT_DELIVERED && outcome != Feedback.Outcome.EXPIRED) {
            endOthers(open, now);
            state.planned().removeIf(planned -> sameAnswer(planned, open));
        }
        count(open, outcome);
    }

    /** The other steps of a ladder are not needed any more. */
    void endOthers(OpenAction reached, Instant now) {
        Predicate<String> other = id -> !id.equals(reached.id());
        end(open -> sameAnswer(open, reached) && other.test(open.id()), "answered", now);
        state.planned().removeIf(planned -> sameAnswer(planned, reached) && other.test(planned.action()));
    }

    private void count(OpenAction ended, Feedback.Outcome outcome) {
        switch (outcome) {
            case NOT_DELIVERED, REFUSED -> counting.ended(ended, Hold.End.LOST);
            case EXPIRED -> counting.expired(ended);
            default -> {
                counting.accepted(ended);
                counting.ended(ended, Hold.End.KEPT);
            }
        }
    }

    /** What an action counts for has been given. Whether it still holds. */
    boolean given(String action, Instant now) {
        return counting.given(action, now);
    }

    /** What was to leave has not: as if it had never been decided. Whether it would still have held. */
    boolean denied(String action) {
        giveBack(action);
        state.openActions().removeIf(open -> open.id().equals(action));
        return counting.denied(action);
    }

    private void come(Feedback feedback, Life life) {
        state.openActions().replaceAll(open -> open.id().equals(feedback.actionId()) ? open.come(life) : open);
    }

    private void refused(OpenAction action, Feedback feedback, long time) {
        state.refusals().removeIf(refusal -> refusal.at() < time - REFUSAL_MEMORY_MILLIS);
        Refusal refusal =
                new Refusal(action.strategy(), feedback.reason() == null ? "refused" : feedback.reason(), time);
        if (!state.refusals().contains(refusal)) {
            state.refusals().add(refusal);
            state.refusals().sort(Comparator.comparingLong(Refusal::at).thenComparing(Refusal::strategy));
        }
    }

    /** Steps of one ladder answer the same moment. */
    private static boolean sameAnswer(OpenAction a, OpenAction b) {
        return a.strategy().equals(b.strategy()) && a.instance().equals(b.instance());
    }

    private static boolean sameAnswer(Planned a, OpenAction b) {
        return a.strategy().equals(b.strategy()) && a.instance().equals(b.instance());
    }

    /** Forgets what has expired by now: its channel knows when it ends. */
    void expire(long now) {
        for (int i = 0; i < state.openActions().size(); ) {
            OpenAction open = state.openActions().get(i);
            if (open.expiresAt() > now) {
                i++;
                continue;
            }
            state.openActions().remove(i);
            remember(open, open.expiresAt());
            counting.expired(open);
            state.shown().stale();
        }
        for (int i = state.planned().size() - 1; i >= 0; i--) {
            Planned planned = state.planned().get(i);
            if (planned.dueAt() == CustomerState.NEVER
                    && state.openAction(planned.action()).isEmpty()) {
                state.planned().remove(i);
            }
        }
    }

    /** A better answer is about to leave: what it takes the place of is called back. */
    void supersede(StrategyCard card, Release release, Instant now) {
        Predicate<String> replaced = strategy -> {
            StrategyCard other = release.cards().get(strategy);
            return !strategy.equals(card.id())
                    && (card.supersedes().contains(strategy)
                            || (card.group() != null
                                    && other != null
                                    && card.group().equals(other.group())));
        };
        end(open -> replaced.test(open.strategy()), "superseded", now);
        drop(planned -> replaced.test(planned.strategy()));
    }

    /** Customers have brought what was asked of them: nobody need ask for it any more. */
    void earned(Set<String> offers, Instant now) {
        cancel(open -> offers.contains(counting.offer(open)), GOAL_MET, now);
        drop(planned -> offers.contains(counting.offer(planned)));
    }

    /** What was to be done later is not: contacts reserved for it are given back. */
    void drop(Predicate<Planned> which) {
        state.planned().removeIf(planned -> {
            if (!which.test(planned)) {
                return false;
            }
            if (planned.kind() == Planned.Kind.RELEASE) {
                giveBack(planned.action());
            }
            return true;
        });
    }

    /**
     * Calls back what is still out, and what was to follow upon it; what has expired by now has ended already. The contact stays
     * counted: the customer may have seen the action already.
     *
     * @param reason stable code
     */
    void cancel(Predicate<OpenAction> which, String reason, Instant now) {
        Set<String> gone = end(which, reason, now);
        drop(planned -> planned.kind() != Planned.Kind.RELEASE && gone.contains(planned.action()));
    }

    /** What ends an action may be told late: in event time it may even lie before its beginning. */
    private void remember(OpenAction open, long at) {
        Ended.add(state.ended(), open.id(), Math.max(at, open.issuedAt()));
    }

    private Set<String> end(Predicate<OpenAction> which, String reason, Instant now) {
        expire(now.toEpochMilli());
        List<OpenAction> called = state.openActions().stream().filter(which).toList();
        for (OpenAction open : called) {
            counting.recall(open, reason, now);
            counting.ended(open, reason.equals(GOAL_MET) ? Hold.End.KEPT : Hold.End.LOST);
        }
        if (!called.isEmpty()) {
            state.openActions().removeAll(called);
            called.forEach(open -> remember(open, now.toEpochMilli()));
            state.shown().stale();
        }
        return called.stream().map(OpenAction::id).collect(Collectors.toSet());
    }
}
