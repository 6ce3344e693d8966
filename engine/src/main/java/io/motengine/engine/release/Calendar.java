package io.motengine.engine.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The bank's day ({@code calendar.yaml}): its time zone, when the daily tick falls, and which days wake a customer.
 *
 * @param wakes a customer is woken on these days only: nobody else's record is touched
 */
public record Calendar(ZoneId zone, LocalTime tick, List<Wake> wakes) {
    public Calendar {
        wakes = wakes == null ? List.of() : List.copyOf(wakes);
    }

    /**
     * Days that matter for a customer, counted from a date in the record.
     *
     * @param on which date
     * @param families holdings of these product families; only for {@code HOLDING_MATURITY}
     * @param days days before a maturity, days after anything else
     */
    public record Wake(Anchor on, List<String> families, List<Integer> days) {
        public Wake {
            families = families == null ? List.of() : List.copyOf(families);
            days = List.copyOf(days);
        }
    }

    /** The date from which days are counted. */
    public enum Anchor {
        @JsonProperty("holding-maturity")
        HOLDING_MATURITY,
        @JsonProperty("account-opening")
        ACCOUNT_OPENING,
        @JsonProperty("silence")
        SILENCE
    }
}
