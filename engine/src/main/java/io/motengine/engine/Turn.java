package io.motengine.engine;

import io.motengine.engine.events.EventClasses;
import io.motengine.engine.facts.CompletedPattern;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.patterns.Changes;
import io.motengine.engine.patterns.Completed;
import io.motengine.engine.release.Policy;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.RuleEvaluator;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.Duration;
import java.time.Instant;

/** One call of the decider: due work first, then the event. */
final class Turn {
    private final CustomerState state;
    private final Release release;
    private final Now now;
    private final Deliberation deliberation;

    Turn(CustomerState state, Release release, Now now, RuleEvaluator evaluator) {
        this.state = state;
        this.release = release;
        this.now = now;
        this.deliberation = new Deliberation(state, release, evaluator);
        release.patterns().meet(state.patterns());
    }

    /** Runs everything due at or before {@code at}. */
    Outcome wake(long at) {
        release.features().meet(state.features(), Math.max(at, state.clock()));
        boolean changed = runDue(at);
        return deliberation.outcome(Outcome.Status.DECIDED, changed, false);
    }

    /** Takes in an event with its body: a record of the contract or a declared fact, money in the base currency. */
    Outcome event(Input.Event input, Object body) throws BadEventException {
        EventEnvelope envelope = input.envelope();
        if (state.seen().contains(envelope.source(), envelope.id())) {
            return deliberation.outcome(Outcome.Status.DUPLICATE, false, false);
        }
        long time = envelope.time().toEpochMilli();
        release.features().meet(state.features(), Math.max(time, state.clock()));
        boolean drivesTime = EventClasses.drivesTime(envelope.type());
        boolean late = drivesTime && time < state.highWater();
        checkTime(envelope.time(), late);
        if (drivesTime) {
            runDue(time);
        }
        if (drivesTime || state.clock() == CustomerState.UNSET) {
            state.advanceClock(time);
        }
        Changes patterns = remember(envelope, body, time, drivesTime);
        Cause cause = Cause.event(envelope, input.origin(), late);
        // A report of last week is about the customer as of today: it must not put them back into last week's stage.
        long asOf = drivesTime ? time : Math.max(time, state.clock());
        deliberation.decide(cause, asOf, now.at(envelope.time()), body);
        patterns.completed().forEach(this::runPattern);
        release.waves().take(envelope.type(), body, time, state);
        state.nextTick(release.ticks().next(state, state.clock(), false));
        return deliberation.outcome(Outcome.Status.DECIDED, true, late);
    }

    private void checkTime(Instant time, boolean late) throws BadEventException {
        Policy.Time rules = release.policy().time();
        Instant latest = now.at(time).plus(rules.futureSkew());
        if (time.isAfter(latest)) {
            throw new BadEventException(
                    ErrorCode.TIME_IN_FUTURE, "time: " + time + " (expected: at most " + latest + ")");
        }
        Duration behind = late ? Duration.ofMillis(state.highWater() - time.toEpochMilli()) : Duration.ZERO;
        if (behind.compareTo(rules.correctionAllowance()) > 0) {
            throw new BadEventException(
                    ErrorCode.TOO_LATE,
                    "time: " + time + ", " + behind + " behind the customer's newest event (expected: at most "
                            + rules.correctionAllowance() + ")");
        }
    }

    private Changes remember(EventEnvelope envelope, Object body, long time, boolean drivesTime) {
        if (drivesTime) {
            state.active(time);
        }
        state.seen()
                .forgetBefore(Math.max(state.highWater(), state.clock())
                        - release.policy().time().dedupeHorizon().toMillis());
        state.seen().add(envelope.source(), envelope.id(), time);
        release.features().add(envelope.type(), body, time, state.highWater(), state.features());
        if (body instanceof ProfileUpdated profile) {
            state.profile(state.profile().updated(profile, time));
        } else if (body instanceof HoldingUpdated held) {
            remember(held, time);
        } else if (body instanceof Feedback feedback && feedback.outcome() == Feedback.Outcome.NOT_DELIVERED) {
            // Nobody was contacted: what the cap had reserved is given back.
            state.contacts().removeIf(contact -> contact.isOf(feedback.actionId()));
        }
        return release.patterns()
                .add(
                        envelope.type(),
                        body,
                        time,
                        Cause.instance(envelope),
                        state.clock(),
                        state.highWater(),
                        state.patterns());
    }

    private void remember(HoldingUpdated held, long time) {
        state.holdings()
                .merge(
                        held.holdingId(),
                        new HeldProduct(
                                held.productId(),
                                held.family(),
                                held.amount(),
                                held.maturesOn(),
                                held.status() == HoldingUpdated.Status.ACTIVE,
                                time),
                        HeldProduct::newer);
    }

    /** In due order; a tick goes before a pattern of the same instant. Returns whether anything was due. */
    private boolean runDue(long upTo) {
        boolean any = false;
        while (state.nextDue() <= upTo) {
            any = true;
            long pattern = state.patterns().nextDue();
            if (state.nextTick() <= pattern) {
                runTick(state.nextTick());
            } else {
                release.patterns().due(pattern, state.patterns()).forEach(this::runPattern);
            }
            state.nextTick(release.ticks().next(state, state.clock(), false));
        }
        return any;
    }

    private void runTick(long at) {
        state.advanceClock(at);
        DailyTick tick = new DailyTick(release.ticks().day(at));
        Cause cause = Cause.due("tick", tick.date().toString(), at);
        deliberation.decide(cause, at, now.at(Instant.ofEpochMilli(at)), tick);
    }

    /** What a late event completes lies in the past, and the customer is looked at as of today. */
    private void runPattern(Completed completed) {
        state.advanceClock(completed.at());
        Cause cause = Cause.due(completed.pattern(), completed.instance(), completed.at());
        deliberation.decide(
                cause,
                state.clock(),
                now.at(Instant.ofEpochMilli(completed.at())),
                new CompletedPattern(completed.pattern(), completed.subject()));
    }
}
