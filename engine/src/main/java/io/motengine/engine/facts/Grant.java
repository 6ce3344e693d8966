package io.motengine.engine.facts;

import io.motengine.schemas.money.Money;

/**
 * A benefit that the customer was offered, as it stands in the event's wake.
 *
 * @param benefit of the catalog
 * @param missing what is still to be brought; nothing if it has no threshold or has ended
 * @param daysLeft until it expires, 0 on the last day; negative once it has expired
 * @param state {@code granted}, {@code redeemed}, {@code expired} or {@code cancelled}
 */
public record Grant(String benefit, Money missing, int daysLeft, String state) {}
