package io.motengine.engine.state;

import io.motengine.schemas.money.Money;
import java.time.LocalDate;

/**
 * What risk has pre-approved for a product.
 *
 * @param used in the currency of {@code limit}; null if never said
 * @param validUntil last day in the bank's zone; null if open
 * @param reportedAt epoch milliseconds: an older report changes nothing
 */
public record CreditLimit(Money limit, Money used, LocalDate validUntil, long reportedAt) {

    /** Of two reports the newer; of two of the same millisecond the greater, so that their order does not matter. */
    public static CreditLimit newer(CreditLimit a, CreditLimit b) {
        if (a.reportedAt != b.reportedAt) {
            return a.reportedAt > b.reportedAt ? a : b;
        }
        return a.toString().compareTo(b.toString()) >= 0 ? a : b;
    }

    /** Whether anything of it is left on a day. */
    public boolean leaves(LocalDate day) {
        return (validUntil == null || !day.isAfter(validUntil)) && limit.minor() > (used == null ? 0 : used.minor());
    }
}
