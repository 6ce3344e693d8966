package io.motengine.engine.state;

import io.motengine.schemas.money.Money;
import java.time.LocalDate;

/**
 * A product that the customer holds or held, as last reported.
 *
 * @param amount in the base currency; null if it has none
 * @param maturesOn null if it never matures
 * @param active whether it is still held
 * @param reportedAt event time of the report, epoch milliseconds: an older report never overwrites a newer one
 */
public record HeldProduct(
        String product, String family, Money amount, LocalDate maturesOn, boolean active, long reportedAt) {

    /** The newer of two reports; of two of the same millisecond the greater, so that their order does not matter. */
    public static HeldProduct newer(HeldProduct a, HeldProduct b) {
        if (a.reportedAt != b.reportedAt) {
            return a.reportedAt > b.reportedAt ? a : b;
        }
        return a.toString().compareTo(b.toString()) >= 0 ? a : b;
    }
}
