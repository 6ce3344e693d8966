package io.motengine.engine.release;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks strategy cards against each other: which take the place of which, and which are the same. */
final class CardsTogether {
    private final ReleaseFiles files;
    private final Map<String, StrategyCard> cards;
    private final List<Finding> findings;
    private final Map<StrategyCard, String> byContent = new HashMap<>();

    CardsTogether(ReleaseFiles files, Map<String, StrategyCard> cards, List<Finding> findings) {
        this.files = files;
        this.cards = new TreeMap<>(cards);
        this.findings = findings;
    }

    void check() {
        cards.values().forEach(card -> {
            String path = CardReader.path(card.id());
            FileFindings file = new FileFindings(path, files.files().get(path), findings);
            new TreeSet<>(card.supersedes()).forEach(other -> supersedes(card, other, file));
            twin(card, file);
        });
    }

    private void supersedes(StrategyCard card, String other, FileFindings file) {
        String at = "/supersedes";
        String found = "supersedes: " + other;
        if (!file.known(at, "supersedes", other, cards.keySet())
                || !file.require(!other.equals(card.id()), at, found + ", itself", "other strategies")) {
            return;
        }
        file.require(
                !reaches(other, card.id()),
                at,
                found + ", which supersedes " + card.id() + " in turn",
                "one of the two ways: each would call the other back");
        StrategyCard superseded = cards.get(other);
        file.require(
                !superseded.service() || card.service(),
                at,
                found + ", a service message",
                "marketing; it does not call service messages back");
    }

    /** Whether one supersedes the other, at once or by way of others. */
    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            StrategyCard card = cards.get(open.pop());
            for (String next : card == null ? Set.<String>of() : card.supersedes()) {
                if (next.equals(to)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return false;
    }

    private void twin(StrategyCard card, FileFindings file) {
        String other = byContent.putIfAbsent(card.nameless(), card.id());
        file.require(
                other == null,
                "/id",
                "id: " + card.id() + ", which differs from " + other + " in name only",
                "one card, or two that differ in what they do");
    }
}
