package io.motengine.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motengine.engine.events.Condition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * Something given on top of an offer (权益).
 *
 * @param kind coupon, points or a rate uplift
 * @param worth in the base currency, what one costs the bank; 0 if not given
 * @param stock most that may be out or redeemed, over all customers; null if not counted
 * @param budget most that may be spent, over all customers, in the base currency; null if not counted
 * @param perCustomer most that one customer may have at a time; 1 if not given
 * @param expiresAfter how long a grant can be redeemed
 * @param threshold what the customer has to bring for it; null if it can be redeemed at once
 */
public record Benefit(
        String id,
        String name,
        Kind kind,
        BigDecimal worth,
        Long stock,
        BigDecimal budget,
        int perCustomer,
        Duration expiresAfter,
        Threshold threshold) {
    public Benefit {
        worth = worth == null ? BigDecimal.ZERO : worth;
        perCustomer = perCustomer == 0 ? 1 : perCustomer;
    }

    /** What sort of benefit it is. */
    public enum Kind {
        COUPON,
        POINTS,
        @JsonProperty("rate-uplift")
        RATE_UPLIFT
    }

    /**
     * Progress counted from the grant on: each event once.
     *
     * @param amount to reach, in whole units of the base currency
     * @param event whose money counts
     * @param where conditions on the event's members
     * @param sum the member that is money
     */
    public record Threshold(BigDecimal amount, String event, Map<String, Condition> where, String sum) {
        public Threshold {
            where = where == null ? Map.of() : Map.copyOf(where);
        }
    }
}
