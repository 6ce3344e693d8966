package io.motengine.engine.check;

import io.motengine.engine.lifecycle.LifeCycleSpec;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.Draft;
import io.motengine.engine.rules.Conclusion;
import io.motengine.engine.scorecards.ScorecardSpec;
import io.motengine.schemas.event.Relations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The members of facts that can hold declared words only, and which. */
final class WordsOfFacts {
    private static final Collection<String> KINDS = List.of("person", "company");

    private final Draft draft;
    private final List<Conclusion> conclusions;

    WordsOfFacts(Draft draft, List<Conclusion> conclusions) {
        this.draft = draft;
        this.conclusions = conclusions;
    }

    /** What a member can hold besides nothing; null if it may be anything. */
    Collection<String> of(String fact, String member) {
        return switch (fact + "." + member) {
            case "Customer.kind" -> KINDS;
            case "Customer.tier" -> draft.policy().tiers();
            case "Customer.stage", "LifeCycle.stage", "StageChanged.from", "StageChanged.to" ->
                draft.policy().stages();
            case "Customer.segments", "Segment.name" -> segments();
            case "CompletedPattern.name" ->
                draft.patterns().stream().map(PatternSpec::id).toList();
            case "Moment.name" -> moments();
            case "LinkedMoment.moment" -> concluded("tell");
            case "LinkedMoment.relation" -> new TreeSet<>(Relations.all());
            case "Grant.benefit" -> new TreeSet<>(draft.catalog().benefits().keySet());
            case "Score.card", "LevelNear.card", "LevelCrossed.card", "LevelAtRisk.card" -> ofCards(ScorecardSpec::id);
            case "Score.label", "LevelNear.label", "LevelCrossed.label", "LevelAtRisk.label" ->
                ofCards(ScorecardSpec::label);
            case "Score.level", "LevelNear.level", "LevelCrossed.from", "LevelCrossed.to", "LevelAtRisk.level" ->
                levels();
            case "Dates.nextFestival" -> draft.calendar().festivals().keySet();
            default -> null;
        };
    }

    /** Stages that rules conclude or customers begin with. */
    Set<String> stages() {
        Set<String> stages = concluded("stage");
        draft.lifeCycles().values().stream().map(LifeCycleSpec::initial).forEach(stages::add);
        return stages;
    }

    /** Tiers that rules or scorecards give. */
    Set<String> tiers() {
        Set<String> tiers = concluded("tier");
        draft.scorecards().stream()
                .filter(card -> "tier".equals(card.label()))
                .flatMap(card -> card.levels().stream())
                .forEach(level -> tiers.add(level.level()));
        return tiers;
    }

    /** Moments that rules raise, and the engine's own. */
    private Set<String> moments() {
        Set<String> moments = concluded("moment");
        draft.policy().stages().forEach(stage -> moments.add("entered-" + stage));
        return moments;
    }

    private Set<String> segments() {
        boolean computed = conclusions.stream()
                .anyMatch(conclusion -> conclusion.call().equals("segment") && conclusion.name() == null);
        return computed ? null : concluded("segment");
    }

    private Set<String> concluded(String call) {
        Set<String> names = new TreeSet<>();
        conclusions.stream()
                .filter(conclusion -> conclusion.call().equals(call) && conclusion.name() != null)
                .forEach(conclusion -> names.add(conclusion.name()));
        return names;
    }

    private Set<String> ofCards(Function<ScorecardSpec, String> word) {
        return new TreeSet<>(draft.scorecards().stream().map(word).toList());
    }

    private Set<String> levels() {
        Stream<String> levels = draft.scorecards().stream()
                .flatMap(card -> card.levels().stream())
                .map(ScorecardSpec.Level::level);
        return new TreeSet<>(levels.toList());
    }

    /** What of the policy's words is never given to anybody, by the member that holds it. */
    Map<String, Set<String>> given() {
        return Map.of(
                "Customer.tier", tiers(),
                "Customer.stage", stages(),
                "LifeCycle.stage", stages(),
                "StageChanged.from", stages(),
                "StageChanged.to", stages());
    }
}
