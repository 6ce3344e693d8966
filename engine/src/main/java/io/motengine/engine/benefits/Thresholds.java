package io.motengine.engine.benefits;

import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.catalog.Benefit.Threshold;
import io.motengine.engine.events.EventFilter;
import io.motengine.engine.events.EventMember;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What customers have to bring for benefits, of all benefits of a release, by the type of the event that counts. */
public final class Thresholds {
    private final Map<String, List<Counter>> byType = new HashMap<>();
    private final Map<String, Long> amounts = new HashMap<>();

    private record Counter(String benefit, EventFilter filter, EventMember sum) {}

    /**
     * The fact class of each threshold's event, and its member, must be known: the compiler has checked.
     *
     * @param digits decimals of the base currency
     */
    public Thresholds(Collection<Benefit> benefits, Function<String, Class<?>> factOfType, int digits) {
        for (Benefit benefit : benefits) {
            Threshold threshold = benefit.threshold();
            if (threshold != null) {
                Class<?> fact = factOfType.apply(threshold.event());
                byType.computeIfAbsent(threshold.event(), none -> new ArrayList<>())
                        .add(new Counter(
                                benefit.id(),
                                new EventFilter(threshold.event(), fact, threshold.where()),
                                EventMember.of(fact, threshold.sum())));
                amounts.put(
                        benefit.id(),
                        threshold
                                .amount()
                                .movePointRight(digits)
                                .setScale(0, RoundingMode.UP)
                                .longValueExact());
            }
        }
    }

    /** Types of events that count. */
    public Set<String> types() {
        return byType.keySet();
    }

    /** How much to bring, in minor units of the base currency; empty if nothing. */
    public OptionalLong amount(String benefit) {
        Long amount = amounts.get(benefit);
        return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
    }

    /** What an event brings for each benefit that it counts for, in minor units; above zero. */
    public Map<String, Long> of(String type, Object body) {
        Map<String, Long> brought = new TreeMap<>();
        for (Counter counter : byType.getOrDefault(type, List.of())) {
            Long money = counter.filter().matches(type, body) ? counter.sum().number(body) : null;
            if (money != null && money > 0) {
                brought.put(counter.benefit(), money);
            }
        }
        return brought;
    }
}
