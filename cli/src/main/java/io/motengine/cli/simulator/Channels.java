package io.motengine.cli.simulator;

import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.Feedback.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the simulated channels and the people behind them answer an action. The same action is always answered alike. */
public final class Channels {
    private static final Manner TASK = new Manner(1.0, 0.85, 0.3, 0.1, Duration.ofMinutes(90), Outcome.DONE);
    private static final Manner MESSAGE = new Manner(0.97, 0.3, 0.25, 0.03, Duration.ofMinutes(25), Outcome.CLICKED);
    private static final Map<String, Manner> MANNERS = Map.of(
            "app-push",
            MESSAGE,
            "in-app",
            new Manner(0.99, 0.6, 0.35, 0.05, Duration.ofMinutes(40), Outcome.CLICKED),
            "sms",
            new Manner(0.95, 0.45, 0.08, 0.02, Duration.ofMinutes(15), Outcome.CLICKED),
            "wecom",
            new Manner(0.98, 0.5, 0.3, 0.04, Duration.ofMinutes(30), Outcome.ACCEPTED),
            "call",
            TASK,
            "rm-task",
            TASK);
    private final long seed;

    public Channels(long seed) {
        this.seed = seed;
    }

    /**
     * What the channel will report, by time.
     *
     * @param at when the channel may act on the action, simulated time
     */
    public List<BankEvent> answer(String actionId, String customer, String channel, Instant at) {
        if (Stories.isAbout(customer)) {
            return Stories.delivers(customer, channel)
                    ? List.of(answer(actionId, customer, channel, at.plusSeconds(1), Outcome.DELIVERED))
                    : List.of();
        }
        Manner manner = MANNERS.getOrDefault(channel, MESSAGE);
        Chance chance = Chance.of(seed, actionId.hashCode());
        List<BankEvent> answers = new ArrayList<>();
        Instant time = at.plusSeconds(chance.between(2, 60));
        boolean delivered = chance.happens(manner.delivered);
        answers.add(answer(actionId, customer, channel, time, delivered ? Outcome.DELIVERED : Outcome.NOT_DELIVERED));
        if (!delivered) {
            return answers;
        }
        if (chance.happens(manner.refused)) {
            answers.add(answer(actionId, customer, channel, later(chance, time, manner), Outcome.REFUSED));
        } else if (chance.happens(manner.opened)) {
            Instant opened = later(chance, time, manner);
            answers.add(answer(actionId, customer, channel, opened, Outcome.OPENED));
            if (chance.happens(manner.acted)) {
                answers.add(answer(actionId, customer, channel, later(chance, opened, manner), manner.success));
            }
        }
        return answers;
    }

    private static Instant later(Chance chance, Instant time, Manner manner) {
        return time.plusSeconds(1 + Math.round(manner.delay.toSeconds() * chance.between(0.05, 2.0)));
    }

    private static BankEvent answer(String action, String customer, String channel, Instant time, Outcome outcome) {
        Feedback body = new Feedback(action, channel, outcome, null);
        return new BankEvent(
                action + "-" + outcome.name().toLowerCase(Locale.ROOT), Sources.of(body), customer, time, body);
    }

    /** Shares of the actions that get so far, each of those that came to the step before. */
    private record Manner(
            double delivered, double opened, double acted, double refused, Duration delay, Outcome success) {}
}
