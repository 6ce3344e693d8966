package io.motengine.engine.release;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.Conclusion;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.event.Relations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every moment that a card of this release can answer, with the variables that it supplies to content. */
final class MomentsRaised {
    /** The engine's own: the day of a wave; of entering a stage nothing. */
    private static final Set<String> OF_A_WAVE = Set.of("day");

    private final Map<String, List<Source>> byName = new TreeMap<>();
    private final Set<String> segments = new TreeSet<>();
    private boolean computedSegments;

    /**
     * Something that raises a moment.
     *
     * @param where for people: a rule's place
     */
    record Source(String where, Set<String> variables) {}

    MomentsRaised(List<Conclusion> conclusions, Collection<String> stages) {
        for (Conclusion conclusion : conclusions) {
            if (conclusion.name() != null && conclusion.call().equals("moment")) {
                add(conclusion.name(), conclusion.file() + ":" + conclusion.line(), conclusion.variables());
            } else if (conclusion.call().equals("segment")) {
                segments.add(String.valueOf(conclusion.name()));
                computedSegments |= conclusion.name() == null;
            }
        }
        stages.forEach(stage -> add("entered-" + stage, "the engine", Set.of()));
    }

    private void add(String moment, String where, Set<String> variables) {
        byName.computeIfAbsent(moment, none -> new ArrayList<>()).add(new Source(where, variables));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** Segments that rules conclude; null if a rule computes names, for then there may be any. */
    Set<String> segments() {
        return computedSegments ? null : segments;
    }

    /** What may raise the moment that a card answers; nothing if nothing does. */
    List<Source> of(StrategyCard card) {
        return card.waves() == null
                ? byName.getOrDefault(String.valueOf(card.moment()), List.of())
                : List.of(new Source("the engine", OF_A_WAVE));
    }

    private static void relation(Conclusion conclusion, List<Finding> findings) {
        if (conclusion.call().equals("tell") && !Relations.all().contains(String.valueOf(conclusion.relation()))) {
            findings.add(new Finding(
                    conclusion.file(),
                    conclusion.line(),
                    0,
                    "rule \"" + conclusion.rule() + "\": conclude.tell: "
                            + (conclusion.relation() == null ? "something computed" : conclusion.relation())
                            + " (expected: "
                            + Spelling.choices(String.valueOf(conclusion.relation()), Relations.all()) + ")",
                    FindingCode.CONCLUSION));
        }
    }

    /** Names and variables must stand in the rule as they are: computed ones cannot be checked before the night they fail. */
    static void check(List<Conclusion> conclusions, Policy policy, List<Finding> findings) {
        for (Conclusion conclusion : conclusions) {
            relation(conclusion, findings);
            String call = "rule \"" + conclusion.rule() + "\": conclude." + conclusion.call();
            Collection<String> known =
                    switch (conclusion.call()) {
                        case "tier" -> policy.tiers();
                        case "stage" -> policy.stages();
                        default -> null;
                    };
            if (conclusion.name() == null && !conclusion.call().equals("segment")) {
                findings.add(new Finding(
                        conclusion.file(),
                        conclusion.line(),
                        0,
                        call + " of something computed (expected: a name in quotes)",
                        FindingCode.CONCLUSION));
            } else if (known != null && !known.contains(String.valueOf(conclusion.name()))) {
                findings.add(new Finding(
                        conclusion.file(),
                        conclusion.line(),
                        0,
                        call + ": " + conclusion.name() + " (expected: " + Spelling.choices(conclusion.name(), known)
                                + ")",
                        FindingCode.CONCLUSION));
            }
        }
    }
}
