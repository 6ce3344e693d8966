package io.motengine.engine.release;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.scorecards.CustomerValues;
import io.motengine.engine.scorecards.ScoreMemory;
import io.motengine.engine.scorecards.ScorecardSpec;
import io.motengine.engine.scorecards.ScorecardSpec.Indicator;
import io.motengine.engine.scorecards.ScorecardSpec.Level;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks {@code scorecards.yaml}. */
final class ScorecardCheck {
    static final String FILE = "scorecards.yaml";

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_HOLD_DAYS = 400;
    private static final String TIER = "tier";

    private final FileFindings findings;
    private final Set<String> values = new TreeSet<>(CustomerValues.NAMES);
    private final Collection<String> tiers;
    private final Set<Integer> keys = new HashSet<>();

    /** By kind: the labels graded so far, each with its levels. */
    private final Map<String, Map<String, Set<String>>> labels = new HashMap<>();

    /**
     * For one release.
     *
     * @param features ids of the declared features
     * @param tiers of {@code policy.yaml}
     */
    ScorecardCheck(ReleaseFiles files, List<Finding> findings, Collection<String> features, Collection<String> tiers) {
        this.findings = new FileFindings(FILE, files.files().get(FILE), findings);
        this.values.addAll(features);
        this.tiers = tiers;
    }

    void check(List<ScorecardSpec> cards) {
        for (int i = 0; i < cards.size(); i++) {
            String at = "/" + i;
            ScorecardSpec card = cards.get(i);
            String id = String.valueOf(card.id());
            findings.require(KEBAB.matcher(id).matches(), at + "/id", "id: " + id, "kebab-case");
            findings.require(
                    keys.add(ScoreMemory.key(id)),
                    at + "/id",
                    "id: " + id + ", whose id or its hash another card has",
                    "an id of its own");
            findings.require(
                    !card.hold().isNegative() && card.hold().toDays() <= LONGEST_HOLD_DAYS,
                    at + "/hold",
                    "hold: " + card.hold(),
                    "0d to " + LONGEST_HOLD_DAYS + "d");
            indicators(at, card);
            movable(at, card);
            if (findings.known(at + "/for", "for", card.kind(), Kinds.ALL)) {
                Map<String, Set<String>> before = labels.computeIfAbsent(card.kind(), kind -> new TreeMap<>());
                Set<String> names = levels(at, card, before);
                String label = String.valueOf(card.label());
                findings.require(
                        KEBAB.matcher(label).matches() && before.putIfAbsent(label, names) == null,
                        at + "/label",
                        "label: " + card.label(),
                        "a kebab-case label that no other card for " + card.kind() + " has");
            }
        }
    }

    private void indicators(String at, ScorecardSpec card) {
        findings.require(!card.indicators().isEmpty(), at, "indicators: none", "one or more");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < card.indicators().size(); i++) {
            Indicator indicator = card.indicators().get(i);
            String here = at + "/indicators/" + i;
            findings.require(
                    indicator.name() != null && names.add(indicator.name()),
                    here + "/name",
                    "name: " + indicator.name(),
                    "a name of its own");
            findings.known(here + "/of", "of", indicator.of(), values);
            findings.require(indicator.points() != null, here, "points: none", "pairs such as [[0, 0], [50000, 10]]");
        }
    }

    private void movable(String at, ScorecardSpec card) {
        if (card.movable() == null) {
            return;
        }
        List<String> names = card.indicators().stream()
                .map(indicator -> String.valueOf(indicator.name()))
                .toList();
        if (findings.known(at + "/movable", "movable", card.movable(), names)) {
            Indicator movable = card.indicators().get(names.indexOf(card.movable()));
            findings.require(
                    movable.weight().signum() > 0
                            && movable.points() != null
                            && movable.points().neverFalls(),
                    at + "/movable",
                    "movable: " + card.movable() + ", of which more may count for less",
                    "an indicator with a weight above 0 and points that never fall");
        }
    }

    private Set<String> levels(String at, ScorecardSpec card, Map<String, Set<String>> before) {
        Set<String> names = new TreeSet<>();
        if (!findings.require(!card.levels().isEmpty(), at, "levels: none", "one or more, best first")) {
            return names;
        }
        long line = Long.MAX_VALUE;
        for (int i = 0; i < card.levels().size(); i++) {
            Level level = card.levels().get(i);
            String here = at + "/levels/" + i;
            findings.require(
                    level.level() != null && names.add(level.level()),
                    here + "/level",
                    "level: " + level.level(),
                    "a name of its own");
            if (TIER.equals(card.label())) {
                findings.known(here + "/level", "level", level.level(), tiers);
            }
            if (findings.require(level.from() != null, here, "from: none", "the score from which it is held")) {
                findings.require(
                        level.from() <= line,
                        here + "/from",
                        "from: " + level.from(),
                        "at most " + line + ": best first");
                line = Math.min(line, level.from());
            }
            level.when().forEach((label, allowed) -> when(here + "/when", label, allowed, before));
        }
        findings.require(
                card.levels().get(card.levels().size() - 1).when().isEmpty(),
                at + "/levels/" + (card.levels().size() - 1),
                "when: on the last level",
                "a last level for everybody else");
        return names;
    }

    private void when(String at, String label, List<String> allowed, Map<String, Set<String>> before) {
        if (findings.known(at + "/" + label, "when", label, before.keySet())) {
            for (int i = 0; i < allowed.size(); i++) {
                findings.known(at + "/" + label + "/" + i, label, allowed.get(i), before.get(label));
            }
        }
    }
}
