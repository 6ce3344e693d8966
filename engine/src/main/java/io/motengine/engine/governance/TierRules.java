package io.motengine.engine.governance;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a value tier is worth in marketing: a D customer costs next to nothing, a B customer gets people.
 *
 * @param channels that may be used, also for what a card does not forbid
 * @param perMonth what contacts of one customer may cost in a calendar month, in the base currency; null for no limit
 * @param ladder order of preference of its channels over a card's own; empty for the card's
 */
public record TierRules(List<String> channels, BigDecimal perMonth, List<String> ladder) {
    public TierRules {
        channels = channels == null ? List.of() : List.copyOf(channels);
        ladder = ladder == null ? List.of() : List.copyOf(ladder);
    }
}
