package io.motengine.engine.release;

import io.motengine.engine.benefits.Thresholds;
import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.events.BaseCurrency;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.goals.GoalSet;
import io.motengine.engine.governance.ActionComposer;
import io.motengine.engine.lifecycle.LifeCycles;
import io.motengine.engine.patterns.PatternSet;
import io.motengine.engine.rules.RuleSet;
import io.motengine.engine.scorecards.ScorecardSet;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.time.DatesOf;
import io.motengine.engine.time.Ticks;
import io.motengine.engine.time.WorkingDays;
import io.motengine.engine.view.CustomerViews;
import io.motengine.engine.waves.WaveSet;
import java.util.Map;
import java.util.Set;

/**
 * One compiled, immutable release: safe to share between threads.
 *
 * @param id content hash of the release's files, 16 hex digits
 * @param listened types of the events that anything in this release looks at
 * @param cards by strategy id, as head office wrote them
 * @param variants cards that run otherwise at a branch (一行一策), by branch and strategy id
 * @param events types that rules can speak of, and how they are bound
 * @param scorecards empty if the release declares none
 * @param lifeCycles none if the release declares none
 */
public record Release(
        String id,
        Set<String> listened,
        Policy policy,
        Calendar calendar,
        Catalog catalog,
        Map<String, StrategyCard> cards,
        Map<String, Map<String, StrategyCard>> variants,
        KnownEvents events,
        FeatureSet features,
        PatternSet patterns,
        ScorecardSet scorecards,
        LifeCycles lifeCycles,
        RuleSet rules,
        WaveSet waves,
        BaseCurrency currency,
        Ticks ticks,
        DatesOf dates,
        WorkingDays workingDays,
        GoalSet goals,
        Thresholds thresholds,
        ActionComposer composer,
        CustomerViews views) {
    public Release {
        listened = Set.copyOf(listened);
        cards = Map.copyOf(cards);
        variants = Map.copyOf(variants);
    }

    /** The same release, with rules that say the same in another way. */
    public Release with(RuleSet otherwise) {
        return new Release(
                id,
                listened,
                policy,
                calendar,
                catalog,
                cards,
                variants,
                events,
                features,
                patterns,
                scorecards,
                lifeCycles,
                otherwise,
                waves,
                currency,
                ticks,
                dates,
                workingDays,
                goals,
                thresholds,
                composer,
                views);
    }

    /**
     * The card of a strategy as it runs at a branch; null if this release has none of this id.
     *
     * @param branch the customer's; null if none is known
     */
    public StrategyCard card(String strategy, String branch) {
        StrategyCard own =
                branch == null ? null : variants.getOrDefault(branch, Map.of()).get(strategy);
        return own == null ? cards.get(strategy) : own;
    }

    /** Whether a strategy's actions are service messages; no if it is not known any more. */
    public boolean serves(String strategy) {
        StrategyCard card = cards.get(strategy);
        return card != null && card.service();
    }

    /** Whether anything in this release looks at events of this type; all others are skipped unread. */
    public boolean listensTo(String eventType) {
        return listened.contains(eventType);
    }
}
