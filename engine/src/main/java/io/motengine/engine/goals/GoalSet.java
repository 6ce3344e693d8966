package io.motengine.engine.goals;

import io.motengine.engine.events.EventFilter;
import io.motengine.engine.strategies.StrategyCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What counts as success, of all strategies of a release, by the type of the event. */
public final class GoalSet {
    private final Map<String, List<Goal>> byType = new HashMap<>();

    private record Goal(String strategy, EventFilter filter) {}

    /** The fact class of each goal's event must be known: the compiler has checked. */
    public GoalSet(Collection<StrategyCard> cards, Function<String, Class<?>> factOfType) {
        for (StrategyCard card : cards) {
            String type = card.goal().event();
            byType.computeIfAbsent(type, none -> new ArrayList<>())
                    .add(new Goal(
                            card.id(),
                            new EventFilter(
                                    type, factOfType.apply(type), card.goal().where())));
        }
    }

    /** Of the strategies that are pursued, those whose goal an event meets. */
    public Set<String> met(String type, Object body, Predicate<String> pursued) {
        Set<String> met = Set.of();
        for (Goal goal : byType.getOrDefault(type, List.of())) {
            if (pursued.test(goal.strategy()) && goal.filter().matches(type, body)) {
                met = met.isEmpty() ? new TreeSet<>() : met;
                met.add(goal.strategy());
            }
        }
        return met;
    }
}
