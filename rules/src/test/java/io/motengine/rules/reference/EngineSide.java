package io.motengine.rules.reference;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.Locale;

/** One customer as the engine decides, fed the way a history is replayed: time first, then the event. */
final class EngineSide {
    private final Decider decider;
    private final Release release;
    private final CustomerState state;
    private long offset;

    EngineSide(Decider decider, Release release, String customer) {
        this.decider = decider;
        this.release = release;
        this.state = new CustomerState(customer);
    }

    boolean listensTo(Told event) {
        return release.listensTo(event.type());
    }

    View take(Told event) {
        View view = new View();
        note(decider.decide(state, new Input.Wake(event.time()), release, Now.EVENT_TIME), view);
        EventEnvelope envelope = new EventEnvelope(
                event.id(),
                event.source(),
                event.type(),
                state.customer(),
                event.time(),
                EventWriter.body(event.body()));
        Outcome outcome = decider.decide(
                state, new Input.Event(envelope, new Origin("history", 0, offset++)), release, Now.EVENT_TIME);
        note(outcome, view);
        String accepted =
                outcome.skipped() == null ? outcome.status().name().toLowerCase(Locale.ROOT) : outcome.skipped();
        view.status(
                outcome.rejection() == null
                        ? accepted
                        : outcome.rejection().code().code());
        view.standing(
                state.tier(),
                state.stage(),
                instant(state.stageSince(), CustomerState.UNSET),
                state.segments().contains("payroll"));
        // What channels are shown has a time of its own, which the model knows nothing of.
        view.due(instant(Math.min(state.nextAnyTick(), state.patterns().nextDue()), CustomerState.NEVER));
        return view;
    }

    private static Instant instant(long time, long none) {
        return time == none ? null : Instant.ofEpochMilli(time);
    }

    private static void note(Outcome outcome, View view) {
        for (DecisionRecord decision : outcome.decisions()) {
            for (DecisionRecord.MomentRaised moment : decision.moments()) {
                view.moment(moment.moment(), moment.instance(), decision.cause().time());
            }
            for (DecisionRecord.CandidateFate fate : decision.candidates()) {
                if (fate.fate().equals("dropped")) {
                    view.dropped(fate.strategy(), fate.reason(), fate.instance());
                }
            }
            decision.retracted().forEach(retracted -> view.retracted(retracted.instance()));
            decision.quarantined().forEach(failure -> view.status("quarantined " + failure));
        }
        for (ActionCancelled gone : outcome.cancelled()) {
            view.cancelled(gone.strategy(), gone.channel(), gone.time());
        }
        for (ActionIssued action : outcome.issued()) {
            view.action(action.id(), action.strategy(), action.channel(), action.momentInstance(), action.time());
        }
    }
}
