package io.motengine.schemas.event;

import io.motengine.schemas.money.Money;
import java.time.LocalDate;

/**
 * One product that the customer holds, as it stands now.
 *
 * @param holdingId the contract or position, never null
 * @param productId from the bank's catalog, never null
 * @param family {@code deposit}, {@code wealth}, {@code fund}, {@code gold}, {@code loan}, {@code card}, {@code insurance}, …;
 *     never null
 * @param amount null if it has none
 * @param openedOn in the bank's time zone; null if not sent
 * @param maturesOn in the bank's time zone; null if it never matures
 * @param status never null
 */
public record HoldingUpdated(
        String holdingId,
        String productId,
        String family,
        Money amount,
        LocalDate openedOn,
        LocalDate maturesOn,
        Status status)
        implements EventBody {

    /** Where the holding is in its life. */
    public enum Status {
        ACTIVE,
        MATURED,
        CLOSED
    }
}
