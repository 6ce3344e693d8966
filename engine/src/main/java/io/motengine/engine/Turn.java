package io.motengine.engine;

import io.motengine.engine.Deliberation.Findings;
import io.motengine.engine.catalog.Arrival;
import io.motengine.engine.events.EventClasses;
import io.motengine.engine.facts.CompletedPattern;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.patterns.Changes;
import io.motengine.engine.patterns.Completed;
import io.motengine.engine.patterns.Retracted;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.RuleEvaluator;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.OpenAction;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.GrantDenied;
import io.motengine.schemas.event.GrantGiven;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One call of the decider: due work first, then the event. */
final class Turn {
    /** Moves that patterns hear of in one turn: rules that send a customer to and fro must not do so for ever. */
    private static final int MOST_MOVES = 8;

    private final CustomerState state;
    private final Release release;
    private final Now now;
    private final Effects effects = new Effects();
    private final Desk desk;
    private final Deliberation deliberation;
    private int moves;

    Turn(CustomerState state, Release release, Now now, Set<String> stops, RuleEvaluator evaluator) {
        this.state = state;
        this.release = release;
        this.now = now;
        this.desk = new Desk(state, release, effects, stops);
        this.deliberation = new Deliberation(state, release, evaluator, effects, desk);
        Dues.meet(state, release);
    }

    /** Runs everything due at or before {@code at}. */
    Outcome wake(long at) {
        boolean changed = runDue(at);
        show(Instant.ofEpochMilli(at));
        return effects.outcome(Outcome.Status.DECIDED, changed, false);
    }

    Outcome event(Input.Event input, Object body) throws BadEventException {
        EventEnvelope envelope = input.envelope();
        Passage passage = new Passage(state, release, effects);
        if (passage.isShut(envelope, body, now.at(envelope.time()))) {
            return effects.skipped(Passage.ERASED, passage.changed());
        }
        Arrivals arrivals = new Arrivals(state, release.policy().time());
        if (arrivals.isKnown(envelope)) {
            return effects.outcome(Outcome.Status.DUPLICATE, false, false);
        }
        boolean late = arrivals.isLate(envelope);
        arrivals.check(envelope, input.origin(), now.at(envelope.time()));
        if (passage.goesOn(envelope, body)) {
            arrivals.remember(envelope);
            return effects.skipped(Passage.FORWARDED, true);
        }
        Merger merger = new Merger(state, release, effects);
        merger.check(body);
        // History speaks of actions that others issued.
        if (body instanceof Feedback feedback
                && now.issues(envelope.time())
                && !desk.ledger().knows(feedback)) {
            return effects.skipped(Ledger.UNKNOWN_ACTION, false);
        }
        passage.open();
        long time = envelope.time().toEpochMilli();
        boolean drivesTime = EventClasses.drivesTime(envelope.type());
        if (drivesTime) {
            runDue(time);
        }
        if (drivesTime || state.clock() == CustomerState.UNSET) {
            state.advanceClock(time);
        }
        arrivals.remember(envelope);
        take(input, body, merger, drivesTime, late);
        show(envelope.time());
        return effects.outcome(Outcome.Status.DECIDED, true, late);
    }

    private void take(Input.Event input, Object body, Merger merger, boolean drivesTime, boolean late)
            throws BadEventException {
        EventEnvelope envelope = input.envelope();
        long time = envelope.time().toEpochMilli();
        Cause cause = Cause.event(envelope, input.origin(), late);
        Instant governed = now.at(envelope.time());
        // What has expired by now cannot be called back any more, whatever else was or was not written meanwhile.
        desk.expire(governed.toEpochMilli());
        boolean isTold = !drivesTime;
        forgetWorkedOut(isTold);
        Intake intake = new Intake(state, release, desk, governed);
        Before before = new Before(state, body);
        Changes patterns = intake.take(envelope, body, time, drivesTime);
        // A report of last week is about the customer as of today: it must not put them back into last week's stage.
        long asOf = drivesTime ? time : Math.max(time, state.clock());
        Merger.Merged merged = merger.take(envelope, body, desk, governed);
        forgetWorkedOut(isTold);
        // What two names did counts together: a wait of the one may have been ended by the other.
        List<Retracted> retracted = both(patterns.retracted(), merged.patterns().retracted());
        retracted.forEach(gone -> desk.ledger()
                .cancel(open -> Cause.cameOf(Cause.pattern(gone), open.instance()), "retracted", governed));
        if (!state.identity().isErased() && state.identity().into() == null) {
            earn(envelope.type(), body, time, governed);
            pursue(cause, body, before, governed);
            if (!isAnswer(body)) {
                decide(cause, asOf, body, Findings.of(retracted, merged.names()));
            }
            both(patterns.completed(), merged.patterns().completed()).forEach(this::complete);
            release.waves().take(envelope.type(), body, time, state);
        } else {
            deliberation.recordEnd(cause, now);
        }
        desk.settle();
        Dues.plan(state, release);
    }

    private void forgetWorkedOut(boolean isTold) {
        if (isTold) {
            state.workedOut(null);
        }
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private void earn(String type, Object body, long time, Instant governed) {
        if (!state.counted().grants().isEmpty()) {
            Set<String> redeemed = desk.counting().benefits().progress(type, body, time);
            if (!redeemed.isEmpty()) {
                desk.ledger().earned(redeemed, governed);
            }
        }
    }

    /** The allocator answers to what was decided before; rules have no say in it. */
    private static boolean isAnswer(Object body) {
        return body instanceof GrantGiven || body instanceof GrantDenied;
    }

    /** What the event is about to change, and what it means hangs on. */
    private record Before(String manager, Optional<OpenAction> about) {
        Before(CustomerState state, Object body) {
            this(
                    state.profile().relationshipManager(),
                    body instanceof Feedback feedback ? state.openAction(feedback.actionId()) : Optional.empty());
        }
    }

    /** What the event means for what is out already, or waits. */
    private void pursue(Cause cause, Object body, Before before, Instant governed) {
        if (state.openActions().isEmpty() && state.planned().isEmpty() && EventClasses.drivesTime(cause.type())) {
            // Nothing is out and nothing waits that anything which customers do could be about.
            return;
        }
        Pursuits pursuits = desk.pursuits();
        pursuits.meetGoals(cause.type(), body, governed);
        List<CandidateFate> fates = List.of();
        if (body instanceof Feedback feedback) {
            fates = feedback.handsOver()
                    ? pursuits.handOver(feedback, governed)
                    : pursuits.fallBack(feedback, before.about(), governed);
        } else if (body instanceof ProfileUpdated report) {
            pursuits.profileChanged(report, governed);
            fates = pursuits.readdress(before.manager(), governed);
        } else if (body instanceof GrantGiven given) {
            pursuits.given(given.actionId(), governed);
        } else if (body instanceof GrantDenied denied) {
            fates = pursuits.denied(denied, governed);
        }
        Arrival arrival = release.catalog().arrival(body);
        if (!arrival.channels().isEmpty()) {
            fates = pursuits.arrive(arrival, governed);
        }
        deliberation.recordFollowed(cause, now, fates);
    }

    /** In due order; a tick goes before a pattern of the same instant. Returns whether anything was due. */
    private boolean runDue(long upTo) {
        boolean any = false;
        while (state.nextDue() <= upTo) {
            any = true;
            long due = state.nextDue();
            if (state.identity().isErased()) {
                state.vanish();
                return true;
            }
            if (state.shown().dueAt() <= due) {
                state.shown().due();
            }
            if (state.nextAnyTick() == due) {
                state.advanceClock(due);
                tick(due);
            } else if (state.patterns().nextDue() <= due) {
                state.advanceClock(due);
                release.patterns().due(due, state.patterns()).forEach(this::complete);
            } else if (state.nextAnyPlan() <= due) {
                state.advanceClock(due);
                follow(due);
            } else if (state.counted().nextDue() <= due) {
                state.advanceClock(due);
                desk.counting().benefits().expire(due);
            }
            desk.settle();
            Dues.plan(state, release);
        }
        return any;
    }

    /** What waited until now has waited: the clock of governance is never before the due. */
    private void follow(long due) {
        Instant at = Instant.ofEpochMilli(due);
        Instant governed = now.at(at);
        Pursuits.Followed followed = desk.pursuits().due(due, governed.isBefore(at) ? at : governed);
        deliberation.recordFollowed(
                Cause.due(
                        switch (followed.planned().kind()) {
                            case SETTLE -> "settled";
                            case STEP -> "ladder";
                            case RELEASE, KEPT, RIVAL, HANDED -> "release";
                        },
                        followed.planned().instance(),
                        due),
                now,
                followed.fates());
    }

    private void tick(long at) {
        DailyTick tick = new DailyTick(release.ticks().day(at));
        decide(Cause.due("tick", tick.date().toString(), at), at, tick, Findings.NONE);
    }

    /** A move to another stage is an event of its own: features and patterns may be about it. */
    private void decide(Cause cause, long asOf, Object trigger, Findings findings) {
        deliberation.decide(cause, asOf, now, trigger, findings).ifPresent(moved -> {
            if (++moves > MOST_MOVES) {
                return;
            }
            release.features().add(EventTypes.STAGE_CHANGED, moved, asOf, state.highWater(), state.features());
            release.patterns()
                    .add(
                            EventTypes.STAGE_CHANGED,
                            moved,
                            asOf,
                            () -> cause.instance() + "/" + moved.to(),
                            state.clock(),
                            state.highWater(),
                            state.patterns())
                    .completed()
                    .forEach(this::complete);
        });
    }

    /** What a late event completes lies in the past, and the customer is looked at as of today. */
    private void complete(Completed completed) {
        decide(
                Cause.completed(completed),
                Math.max(completed.at(), state.clock()),
                new CompletedPattern(completed.pattern(), completed.subject()),
                Findings.NONE);
    }

    /** Tells all channels what has changed for them, as far as they are to know. */
    private void show(Instant time) {
        if (!state.shown().isStale() || !now.issues(time) || state.identity().isErased()) {
            return;
        }
        Instant governed = now.at(time);
        desk.expire(governed.toEpochMilli());
        desk.settle();
        if (state.identity().into() == null) {
            effects.show(release.views().next(state, release.ticks().day(governed.toEpochMilli()), governed));
        }
    }
}
