package io.motengine.engine.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Filters over the events of one type, found by the value of the one member that most of them ask for: of hundreds of filters an
 * event meets a few, and it should not have to ask them all.
 */
public final class FilterIndex<T> {
    private final EventMember member;
    private final Map<String, List<T>> byValue = new HashMap<>();
    private final List<T> others;

    /**
     * Ready to be asked.
     *
     * @param fact class of the type's facts
     * @param where the conditions of an entry; the order of entries stays
     */
    public FilterIndex(Class<?> fact, List<T> entries, Function<T, Map<String, Condition>> where) {
        String asked = mostAsked(entries, where);
        this.member = asked == null ? null : EventMember.of(fact, asked);
        this.others = entries.stream()
                .filter(entry -> values(where.apply(entry), asked).isEmpty())
                .toList();
        for (T entry : entries) {
            for (String value : values(where.apply(entry), asked)) {
                byValue.computeIfAbsent(value, absent -> new ArrayList<>(others))
                        .add(entry);
            }
        }
    }

    /** Entries whose filter may match; those left out do not. */
    public List<T> candidates(Object body) {
        return member == null ? others : byValue.getOrDefault(member.text(body), others);
    }

    private static <T> String mostAsked(List<T> entries, Function<T, Map<String, Condition>> where) {
        Map<String, Integer> asked = new TreeMap<>();
        for (T entry : entries) {
            where.apply(entry).forEach((name, condition) -> {
                if (!condition.isRange()) {
                    asked.merge(name, 1, Integer::sum);
                }
            });
        }
        return asked.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<String> values(Map<String, Condition> where, String member) {
        Condition condition = member == null ? null : where.get(member);
        return Objects.isNull(condition)
                ? List.of()
                : condition.values().stream().distinct().toList();
    }
}
