package io.motengine.engine.scorecards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The scorecards of a release: immutable, safe to share between threads. */
public final class ScorecardSet {
    private final List<Scorecard> cards = new ArrayList<>();
    private final Map<Integer, Scorecard> byKey = new HashMap<>();
    private final Map<String, Set<Integer>> keysByKind;

    /**
     * Ready to grade.
     *
     * @param specs checked, and in the order in which their levels may depend on each other
     * @param currency base currency
     * @param money which values are money: {@code aum}, and features that are
     */
    public ScorecardSet(List<ScorecardSpec> specs, String currency, Set<String> money) {
        for (ScorecardSpec spec : specs) {
            boolean movesMoney = spec.indicators().stream()
                    .anyMatch(indicator -> indicator.name().equals(spec.movable()) && money.contains(indicator.of()));
            Scorecard card = new Scorecard(spec, movesMoney ? currency : null);
            cards.add(card);
            byKey.put(card.key(), card);
        }
        keysByKind = cards.stream()
                .collect(Collectors.groupingBy(
                        Scorecard::kind, Collectors.mapping(Scorecard::key, Collectors.toUnmodifiableSet())));
    }

    public boolean isEmpty() {
        return cards.isEmpty();
    }

    /**
     * Grades a customer by all cards of its kind, and remembers. Cards that have gone, or are for another kind, are forgotten.
     *
     * @param kind {@code person} or {@code company}
     * @param at event time, epoch milliseconds; must not go back from call to call: what is told late is graded as of the newest
     */
    public Grading grade(Values values, String kind, long at, ScoreMemory memory) {
        Set<Integer> keys = keysByKind.getOrDefault(kind, Set.of());
        memory.standings.keySet().retainAll(keys);
        Map<String, String> labels = new TreeMap<>();
        List<Object> facts = new ArrayList<>();
        List<Graded> scores = new ArrayList<>(keys.size());
        for (Scorecard card : cards) {
            if (card.kind().equals(kind)) {
                scores.add(card.grade(values, at, memory, labels, facts));
            }
        }
        return new Grading(facts, labels, scores);
    }

    /** When the next level will be lost unless the score recovers, epoch milliseconds; {@link Long#MAX_VALUE} if none will. */
    public long nextDue(ScoreMemory memory) {
        long next = Long.MAX_VALUE;
        for (Map.Entry<Integer, Standing> entry : memory.standings.entrySet()) {
            Scorecard card = byKey.get(entry.getKey());
            if (card != null) {
                next = Math.min(next, card.due(entry.getValue()));
            }
        }
        return next;
    }
}
