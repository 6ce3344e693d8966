package io.motengine.schemas.event;

import io.motengine.schemas.money.Money;

/**
 * A step in a credit journey.
 *
 * @param applicationId never null
 * @param productId never null
 * @param step {@code browsed}, {@code calculated}, {@code applied}, {@code approved}, {@code rejected}, {@code signed},
 *     {@code drawn}, {@code repaid-early}, {@code settled}; never null
 * @param amount null if not yet known
 */
public record CreditApplicationChanged(String applicationId, String productId, String step, Money amount)
        implements EventBody {}
