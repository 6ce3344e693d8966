package io.motengine.jobs.decide;

import io.motengine.engine.Decider;
import io.motengine.engine.DecisionSample;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.allocate.Asked;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.release.Timeline;
import io.motengine.jobs.sink.OutputRecords;
import io.motengine.jobs.stops.Stops;
import io.motengine.jobs.stream.AllocationRequest;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Skip;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the engine is asked: has it decide with the live release, and sends out what it concludes. */
final class Desk implements AutoCloseable {
    private final DecideSettings settings;
    private final ReleaseChoice releases;
    private final Stops stops;
    private final Decider decider = new Decider();
    private final DecisionMetrics metrics;
    private final Consumer<OutputRecord> out;
    private final Consumer<AllocationRequest> asks;
    private Timeline known;

    /**
     * A desk of one operator.
     *
     * @param out takes what leaves or is told
     * @param asks takes what the allocator is asked
     */
    Desk(
            DecideSettings settings,
            ReleaseChoice releases,
            Stops stops,
            DecisionMetrics metrics,
            Consumer<OutputRecord> out,
            Consumer<AllocationRequest> asks) {
        this.settings = settings;
        this.releases = releases;
        this.stops = stops;
        this.metrics = metrics;
        this.out = out;
        this.asks = asks;
        metrics.rules(decider.ruleCounts());
    }

    /** Decides upon one event; returns whether the record changed. */
    boolean decide(Decidable event, CustomerState state) {
        Now now = settings.now(event.ingressMillis());
        Timeline.Slot slot = releases.of(state, event.envelope().time().toEpochMilli());
        Release release = slot.of(state.customer());
        // What reads the events cannot tell which release will decide, and lets pass what any of them looks at.
        boolean listens = release.listensTo(event.envelope().type());
        Input input = new Input.Event(event.envelope(), event.origin());
        shadow(slot, event.envelope().type(), input, state, now);
        boolean met = listens && meets(state, release);
        Outcome outcome = listens ? decide(input, state, release, now) : Outcome.skipped(Skip.NOT_LISTENED_TO);
        metrics.event(event.envelope(), event.origin(), outcome);
        if (outcome.rejection() != null) {
            out.accept(OutputRecords.deadLetter(DeadLetter.of(
                    event.origin(),
                    outcome.rejection().code(),
                    outcome.rejection().getMessage(),
                    event.envelope().body())));
        }
        emit(outcome, release, state.customer(), event.kafkaMillis());
        return outcome.changed() || met;
    }

    /** Runs what is due at or before {@code at} (event time); returns whether the record changed. */
    boolean wake(long at, CustomerState state) {
        Now now = settings.now(settings.clock().millis());
        Timeline.Slot slot = releases.of(state, at);
        Release release = slot.of(state.customer());
        Input input = new Input.Wake(Instant.ofEpochMilli(at));
        shadow(slot, null, input, state, now);
        boolean met = meets(state, release);
        Outcome outcome = decide(input, state, release, now);
        emit(outcome, release, state.customer(), null);
        return outcome.changed() || met;
    }

    /** Looks on with a copy of the record, before the live release has changed it; nothing but the decision is kept. */
    private void shadow(Timeline.Slot slot, String type, Input input, CustomerState state, Now now) {
        Release shadow = slot.shadow();
        if (shadow == null || (type != null && !shadow.listensTo(type))) {
            return;
        }
        forget();
        CustomerState copy = CustomerStateSerializer.INSTANCE.copy(state);
        for (DecisionRecord decision :
                decider.decide(copy, input, shadow, now, stops.holding()).decisions()) {
            out.accept(OutputRecords.shadowed(decision));
        }
    }

    /** Brings the record into line with the release that is live at a time; returns whether it has changed. */
    boolean reconsider(CustomerState state, long time) {
        // There may be no record any more, and there is none then to be brought into line.
        return !state.isBlank() && decider.reconsider(state, releases.asOf(state, time));
    }

    /** Whether a decision changes the record, whatever comes of it: it remembers which release has looked at it last. */
    private static boolean meets(CustomerState state, Release release) {
        return !state.isBlank() && !state.hasMet(release.id().hashCode());
    }

    private Outcome decide(Input input, CustomerState state, Release release, Now now) {
        forget();
        long start = System.nanoTime();
        Outcome outcome = decider.decide(state, input, release, now, stops.holding());
        metrics.decided(System.nanoTime() - start);
        metrics.conclusions(outcome);
        return outcome;
    }

    /** What was kept to evaluate releases that are not held any more would hold them. */
    private void forget() {
        Timeline timeline = releases.timeline();
        if (!timeline.equals(known)) {
            decider.keep(timeline.releases());
            timeline.releases().forEach(this::takeWarmed);
            known = timeline;
        }
    }

    private void takeWarmed(String release) {
        Decider warmed = releases.warmed(release);
        if (warmed != null) {
            decider.takeOver(warmed);
        }
    }

    private void emit(Outcome outcome, Release release, String customer, Long causeMillis) {
        for (DecisionRecord decision : outcome.decisions()) {
            if (DecisionSample.keeps(decision, release.policy().decisions())) {
                out.accept(OutputRecords.decision(decision));
            }
        }
        outcome.cancelled().forEach(cancelled -> out.accept(OutputRecords.cancelled(cancelled)));
        outcome.told().forEach(told -> out.accept(OutputRecords.told(told)));
        if (outcome.gone()) {
            out.accept(OutputRecords.gone(customer));
        } else if (outcome.view() != null) {
            out.accept(OutputRecords.view(outcome.view()));
        }
        if (outcome.issued().isEmpty() && outcome.asked().isEmpty()) {
            return;
        }
        Set<String> byDue = actionsOfDues(outcome);
        for (Asked asked : outcome.asked()) {
            asks.accept(request(asked, byDue, causeMillis));
        }
        for (ActionIssued action : outcome.issued()) {
            boolean caused = causeMillis != null && !byDue.contains(action.id());
            out.accept(OutputRecords.issued(action, caused ? causeMillis : null));
            if (caused) {
                metrics.actionLeft(settings.clock().millis() - causeMillis);
            }
        }
    }

    private static AllocationRequest request(Asked asked, Set<String> byDue, Long causeMillis) {
        if (asked instanceof Asked.Claim claim) {
            ActionIssued action = claim.action();
            Long caused = byDue.contains(action.id()) ? null : causeMillis;
            return new AllocationRequest.Claim(
                    action.customer(), action.id(), action.time(), claim.needs(), OutputRecords.issued(action, caused));
        }
        if (asked instanceof Asked.GiveBack back) {
            return new AllocationRequest.GiveBack(back.resource(), back.claim());
        }
        Asked.Correct correct = (Asked.Correct) asked;
        return new AllocationRequest.Correct(
                correct.resource(), correct.id(), correct.change(), correct.budgetChange());
    }

    /** What fell due before an event was decided along with it, but the event's record did not cause it. */
    private static Set<String> actionsOfDues(Outcome outcome) {
        return outcome.decisions().stream()
                .filter(decision -> decision.cause().kind().equals("due"))
                .flatMap(decision -> decision.candidates().stream())
                .map(CandidateFate::actionId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        decider.close();
    }
}
