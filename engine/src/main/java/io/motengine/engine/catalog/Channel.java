package io.motengine.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A way to reach the customer: a bank adds its own by data alone.
 *
 * @param person whether a person acts, who needs a script
 * @param cost of one contact in the base currency; 0 if not given
 * @param costPerTenThousand of 10,000 sold, in the base currency; 0 if not given
 * @param hours when it may be used, in the bank's zone; null for always
 * @param capacity how much it can take over all customers; null for no limit
 * @param purpose null if it takes both service messages and marketing
 * @param arrival contacts by which a customer arrives here: {@code branch-ticket}, {@code machine}, {@code counter}, {@code
 *     call-in}, or {@code app} for opening the app
 * @param feedback outcomes that it can report; empty if it says
 * @param fallBack the channel to take when this one fails or is closed; null for the next of the ladder
 * @param maxCharacters longest body of a text; 0 for no limit
 */
public record Channel(
        String id,
        String name,
        boolean person,
        BigDecimal cost,
        BigDecimal costPerTenThousand,
        Hours hours,
        Capacity capacity,
        Purpose purpose,
        Set<String> arrival,
        Set<String> feedback,
        String fallBack,
        int maxCharacters) {
    /** Contacts by which a customer may arrive. */
    public static final List<String> ARRIVALS = List.of("app", "branch-ticket", "call-in", "counter", "machine");

    public Channel {
        cost = cost == null ? BigDecimal.ZERO : cost;
        costPerTenThousand = costPerTenThousand == null ? BigDecimal.ZERO : costPerTenThousand;
        arrival = arrival == null ? Set.of() : Set.copyOf(arrival);
        feedback = feedback == null ? Set.of() : Set.copyOf(feedback);
    }

    /** Whether it is used for messages of this kind. */
    public boolean takes(boolean service) {
        return purpose == null || (purpose == Purpose.SERVICE) == service;
    }

    /** What a channel is kept for. */
    public enum Purpose {
        SERVICE,
        MARKETING
    }

    /**
     * How much a channel can take on one day of the bank.
     *
     * @param per whose day it is: the whole channel's, each branch's or each relationship manager's
     */
    public record Capacity(int perDay, Per per, Duration retryAfter) {
        public Capacity {
            per = per == null ? Per.CHANNEL : per;
        }
    }

    /** Whose capacity it is. */
    public enum Per {
        CHANNEL,
        BRANCH,
        @JsonProperty("relationship-manager")
        RELATIONSHIP_MANAGER
    }
}
