package io.motengine.engine.waves;

import io.motengine.engine.events.EventFilter;
import io.motengine.engine.facts.Wave;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.strategies.StrategyCard;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The waves (多波次) of a release's strategy cards: when they are due, and what ends them. */
public final class WaveSet {
    private final Map<String, List<Series>> byStage = new HashMap<>();

    /** The waves of one card. */
    private record Series(StrategyCard card, EventFilter goal) {}

    /** Only the cards that have waves. The fact class of each goal's event must be known: the compiler has checked. */
    public WaveSet(Collection<StrategyCard> cards, Function<String, Class<?>> factOfType) {
        for (StrategyCard card : cards) {
            if (card.waves() != null) {
                StrategyCard.Goal goal = card.goal();
                byStage.computeIfAbsent(card.waves().stage(), stage -> new ArrayList<>())
                        .add(new Series(
                                card, new EventFilter(goal.event(), factOfType.apply(goal.event()), goal.where())));
            }
        }
    }

    /** The waves whose day it is, if the customer's stage began on {@code began}; those whose goal is met are over. */
    public List<Wave> on(LocalDate today, LocalDate began, CustomerState state) {
        int day = (int) ChronoUnit.DAYS.between(began, today);
        return open(state)
                .filter(series -> series.card().waves().days().contains(day))
                .map(series ->
                        new Wave(series.card().id(), state.stage(), day, state.stage() + "@" + began + "/day-" + day))
                .toList();
    }

    /** Days after the beginning of the customer's stage on which a wave is still to come; service messages or the others. */
    public List<Integer> days(CustomerState state, boolean service) {
        return open(state)
                .filter(series -> series.card().service() == service)
                .flatMap(series -> series.card().waves().days().stream())
                .toList();
    }

    /** Takes an event in: it may meet the goals of waves, if it happened since the customer's stage began. */
    public void take(String type, Object body, long time, CustomerState state) {
        for (Series series : byStage.getOrDefault(state.stage(), List.of())) {
            if (time >= state.stageSince() && series.goal().matches(type, body)) {
                state.goalsMet().add(series.card().id());
            }
        }
    }

    private Stream<Series> open(CustomerState state) {
        return byStage.getOrDefault(state.stage(), List.of()).stream()
                .filter(series -> !state.goalsMet().contains(series.card().id()));
    }
}
