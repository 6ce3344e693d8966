package io.motengine.engine.scorecards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scorecards of a release: immutable, safe to share between threads. */
public final class ScorecardSet {
    private final List<Scorecard> cards = new ArrayList<>();
    private final Map<Integer, Scorecard> byKey = new HashMap<>();
    private final Map<String, Set<Integer>> keysByKind;
    private final Map<String, List<Watched>> watched = new HashMap<>();

    /**
     * A feature that a score hangs on.
     *
     * @param exactly whether what is missing of it is told, so that it matters even where it is worth the same
     */
    record Watched(String feature, Points points, boolean exactly) {
        boolean isWorthTheSame(Object before, Object now) {
            return Objects.equals(before, now)
                    || (!exactly && before instanceof Long a && now instanceof Long b && points.isFlatBetween(a, b));
        }
    }

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
            watch(spec);
        }
        keysByKind = cards.stream()
                .collect(Collectors.groupingBy(
                        Scorecard::kind, Collectors.mapping(Scorecard::key, Collectors.toUnmodifiableSet())));
    }

    private void watch(ScorecardSpec spec) {
        List<Watched> ofKind = watched.computeIfAbsent(spec.kind(), kind -> new ArrayList<>());
        for (ScorecardSpec.Indicator indicator : spec.indicators()) {
            boolean moves = indicator.name().equals(spec.movable());
            boolean counts = moves || indicator.weight().signum() != 0;
            if (counts && !CustomerValues.NAMES.contains(indicator.of())) {
                ofKind.add(new Watched(indicator.of(), indicator.points(), moves));
            }
        }
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
        boolean settled = !memory.standings.keySet().retainAll(keys);
        long until = Long.MAX_VALUE;
        Map<String, String> labels = new TreeMap<>();
        List<Object> facts = new ArrayList<>();
        List<Graded> scores = new ArrayList<>(keys.size());
        for (Scorecard card : cards) {
            if (card.kind().equals(kind)) {
                Standing before = memory.standings.get(card.key());
                scores.add(card.grade(values, at, memory, labels, facts));
                Standing after = memory.standings.get(card.key());
                settled &= after.equals(before) && after.below().isEmpty();
                until = Math.min(until, card.nextDay(after, at));
            }
        }
        return new Grading(facts, labels, scores, settled ? until : Long.MIN_VALUE);
    }

    /**
     * What to compare the next grading with; null if the next may be another whatever happens.
     *
     * @param grading the last one
     * @param day that {@code at} falls on at the bank
     * @param features a feature's value by its id
     */
    public LastGrading last(Grading grading, String kind, long day, long at, Function<String, Object> features) {
        return grading.until() == Long.MIN_VALUE
                ? null
                : new LastGrading(grading, day, at, watched.getOrDefault(kind, List.of()), features);
    }

    /** When the next level will be lost unless the score recovers, epoch milliseconds; {@link Long#MAX_VALUE} if none will. */
    public long nextDue(ScoreMemory memory) {
        long next = Long.MAX_VALUE;
        for (Map.Entry<Integer, Standing> entry : memory.standings.entrySet()) {
            Scorecard card = entry.getValue().falling() ? byKey.get(entry.getKey()) : null;
            if (card != null) {
                next = Math.min(next, card.due(entry.getValue()));
            }
        }
        return next;
    }
}
