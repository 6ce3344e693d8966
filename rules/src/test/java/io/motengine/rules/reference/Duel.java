package io.motengine.rules.reference;

import io.motengine.engine.Decider;
import io.motengine.engine.release.Release;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays the same lives to the engine and to the reference model, and stops where they first see different things. */
final class Duel {
    private final Release release;
    private int events;
    private int moments;
    private int actions;

    Duel(Release release) {
        this.release = release;
    }

    /** Where they disagreed, with both views; empty if they never did. */
    Optional<String> fight(int customers, int eventsEach) {
        try (Decider decider = new Decider()) {
            for (int customer = 0; customer < customers; customer++) {
                Optional<String> disagreement = fight(decider, customer, eventsEach);
                if (disagreement.isPresent()) {
                    return disagreement;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> fight(Decider decider, int seed, int length) {
        String customer = "c" + seed;
        EngineSide engine = new EngineSide(decider, release, customer);
        ReferenceModel reference = new ReferenceModel();
        List<String> engineActions = new ArrayList<>();
        List<String> referenceActions = new ArrayList<>();
        List<Told> life = RandomLife.of(seed, length);
        for (int i = 0; i < length; i++) {
            Told event = life.get(i);
            events++;
            if (engine.listensTo(event) != ReferenceModel.listensTo(event.body())) {
                return Optional.of(event.type() + ": only one of them listens");
            }
            if (!engine.listensTo(event)) {
                continue;
            }
            View one = engine.take(about(event, engineActions));
            // For how long an action is known after its end is not what the model is about.
            boolean forgotten = one.lines().contains("status unknown-action");
            View other = reference.take(about(event, forgotten ? List.of() : referenceActions));
            engineActions.addAll(one.actionIds());
            referenceActions.addAll(other.actionIds());
            moments += other.moments();
            actions += other.actionIds().size();
            if (!refused(one).equals(refused(other))) {
                return Optional.of(disagreement(customer, seed, i, event, one, other));
            }
        }
        return Optional.empty();
    }

    /** The record remembers by the minute: what comes again just after the horizon may be called a duplicate, and not too late. */
    private static List<String> refused(View view) {
        return view.lines().stream()
                .map(line ->
                        line.equals("status duplicate") || line.equals("status too-late") ? "status refused" : line)
                .toList();
    }

    /** Feedback about the n-th last action names it by the id that this side gave it. */
    private static Told about(Told event, List<String> actions) {
        if (!(event.body() instanceof Feedback feedback)) {
            return event;
        }
        int at = actions.size() - 1 - Integer.parseInt(feedback.actionId());
        String id = at < 0 ? ReferenceModel.UNKNOWN_ACTION : actions.get(at);
        return new Told(
                event.source(),
                event.id(),
                event.time(),
                new Feedback(id, feedback.channel(), feedback.outcome(), feedback.reason()));
    }

    private static String disagreement(String customer, int seed, int index, Told event, View engine, View reference) {
        return "customer " + customer + ", seed " + seed + ", event " + index + ": " + event + "\n  engine:\n    "
                + String.join("\n    ", engine.lines()) + "\n  reference:\n    "
                + String.join("\n    ", reference.lines());
    }

    @Override
    public String toString() {
        return events + " events, " + moments + " moments, " + actions + " actions";
    }

    int events() {
        return events;
    }

    int moments() {
        return moments;
    }

    int actions() {
        return actions;
    }
}
