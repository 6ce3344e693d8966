package io.motengine.cli.explain;

import io.motengine.schemas.decision.DecisionRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The newest decisions in which a strategy was a candidate, those first in which it was issued: whoever has published a card wants
 * to see it act. It keeps no more than are wanted, of however many there are.
 */
final class NewestOfStrategy {
    private static final Comparator<DecisionRecord> IN_TIME =
            Comparator.comparing(DecisionRecord::now).thenComparing(DecisionRecord::id);

    private final String strategy;
    private final int most;
    private final TreeSet<DecisionRecord> kept =
            new TreeSet<>(Comparator.comparing(this::isIssued).thenComparing(IN_TIME));

    NewestOfStrategy(String strategy, int most) {
        this.strategy = strategy;
        this.most = most;
    }

    void take(DecisionRecord decision) {
        if (decision.candidates().stream()
                .anyMatch(candidate -> candidate.strategy().equals(strategy))) {
            kept.add(decision);
            if (kept.size() > most) {
                kept.pollFirst();
            }
        }
    }

    /** In the order of their time. */
    List<DecisionRecord> decisions() {
        List<DecisionRecord> decisions = new ArrayList<>(kept);
        decisions.sort(IN_TIME);
        return List.copyOf(decisions);
    }

    private boolean isIssued(DecisionRecord decision) {
        return decision.candidates().stream()
                .anyMatch(candidate -> candidate.strategy().equals(strategy)
                        && candidate.fate().equals("issued"));
    }
}
