package io.motengine.rules.reference;

import io.motengine.engine.Decider;
import io.motengine.engine.release.Release;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays the same lives to the engine and to the reference model, and stops where they first see different things. */
final class Duel {
    private static final Duration KNOWN = Duration.ofDays(7);

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
        List<Instant> issued = new ArrayList<>();
        List<Told> life = RandomLife.of(seed, length);
        for (int i = 0; i < length; i++) {
            Told event = life.get(i);
            events++;
            if (engine.listensTo(event) != ReferenceModel.listensTo(event.body())) {
                return Optional.of(event.type() + ": only one of them listens");
            }
            if (!engine.listensTo(event) || isOfLongAgo(event, issued)) {
                continue;
            }
            View one = engine.take(about(event, engineActions));
            View other = reference.take(about(event, referenceActions));
            engineActions.addAll(one.actionIds());
            one.actionIds().forEach(id -> issued.add(event.time()));
            referenceActions.addAll(other.actionIds());
            moments += other.moments();
            actions += other.actionIds().size();
            if (!one.lines().equals(other.lines())) {
                return Optional.of(disagreement(customer, seed, i, event, one, other));
            }
        }
        return Optional.empty();
    }

    /** Whether the action ended may have been forgotten by now: how long exactly it is known, is not what the model is about. */
    private static boolean isOfLongAgo(Told event, List<Instant> issued) {
        if (!(event.body() instanceof Feedback feedback)) {
            return false;
        }
        int at = issued.size() - 1 - Integer.parseInt(feedback.actionId());
        return at >= 0 && issued.get(at).plus(KNOWN).isBefore(event.time());
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
