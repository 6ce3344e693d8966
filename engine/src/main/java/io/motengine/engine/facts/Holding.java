package io.motengine.engine.facts;

import io.motengine.schemas.money.Money;

/**
 * A product that the customer holds today.
 *
 * @param amount in the base currency; zero if it has none
 * @param daysToMaturity negative once matured; {@link #NEVER} if it never matures
 */
public record Holding(String id, String product, String family, Money amount, int daysToMaturity) {
    public static final int NEVER = Integer.MAX_VALUE;
}
