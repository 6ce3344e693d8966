package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.features.FeaturePlan;
import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.lifecycle.LifeCycleSpec;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.rules.RuleSource;
import io.motengine.engine.scorecards.ScorecardSpec;
import io.motengine.engine.strategies.StrategyCard;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release that has been read and is right by itself; its rules are still text.
 *
 * <p>Maps are sorted, so that findings come in the same order each time.
 *
 * @param cards by strategy id
 * @param variants cards that run otherwise at a branch, by branch and strategy id
 * @param sources all rules, those of the cards included
 */
public record Draft(
        Policy policy,
        Calendar calendar,
        List<FeatureSpec> features,
        List<PatternSpec> patterns,
        List<ScorecardSpec> scorecards,
        Map<String, LifeCycleSpec> lifeCycles,
        Catalog catalog,
        Map<String, StrategyCard> cards,
        Map<String, Map<String, StrategyCard>> variants,
        KnownEvents events,
        FeaturePlan plan,
        List<RuleSource> sources) {
    public Draft {
        features = List.copyOf(features);
        patterns = List.copyOf(patterns);
        scorecards = List.copyOf(scorecards);
        lifeCycles = Collections.unmodifiableSortedMap(new TreeMap<>(lifeCycles));
        cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
        variants = Collections.unmodifiableSortedMap(new TreeMap<>(variants));
        sources = List.copyOf(sources);
    }
}
