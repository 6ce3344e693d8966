package io.motengine.engine.governance;

import io.motengine.engine.strategies.StrategyCard;

/** Finds the card of a strategy; null if the release has none of this id. */
@FunctionalInterface
public interface Strategies {
    StrategyCard card(String id);
}
