package io.motengine.schemas.event;

import io.motengine.schemas.money.Money;
import java.time.LocalDate;

/**
 * What risk has pre-approved for the customer.
 *
 * @param productId never null
 * @param limit never null
 * @param used in the currency of {@code limit}; null if not sent
 * @param validUntil last day, in the bank's time zone; null if open
 */
public record CreditLimitUpdated(String productId, Money limit, Money used, LocalDate validUntil)
        implements EventBody {}
