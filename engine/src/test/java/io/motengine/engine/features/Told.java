package io.motengine.engine.features;

import io.motengine.schemas.money.Money;

/**
 * An event of the tests, as an event declared by a rule author could be.
 *
 * @param amount null if not sent
 * @param number null if not sent
 * @param word null if not sent
 */
public record Told(Money amount, Long number, String word, String group) {}
