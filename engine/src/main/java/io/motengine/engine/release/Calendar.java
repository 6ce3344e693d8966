package io.motengine.engine.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bank's day ({@code calendar.yaml}): its time zone, when the daily tick falls, which days wake a customer, and which days
 * are worked.
 *
 * @param wakes a customer is woken on these days only: nobody else's record is touched
 * @param holidays days not worked, whatever their day of the week
 * @param workdays days of a weekend that are worked (调休)
 * @param festivals dates by name, sorted; a festival of the lunar year has one for each year
 */
public record Calendar(
        ZoneId zone,
        LocalTime tick,
        List<Wake> wakes,
        List<DateRange> holidays,
        List<DateRange> workdays,
        Map<String, List<LocalDate>> festivals) {
    public Calendar {
        wakes = wakes == null ? List.of() : List.copyOf(wakes);
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
        workdays = workdays == null ? List.of() : List.copyOf(workdays);
        Map<String, List<LocalDate>> sorted = new TreeMap<>();
        if (festivals != null) {
            festivals.forEach((name, dates) ->
                    sorted.put(name, dates.stream().sorted().distinct().toList()));
        }
        festivals = Collections.unmodifiableMap(sorted);
    }

    /**
     * Days that matter for a customer, counted from a date in the record or in this calendar.
     *
     * @param on which date
     * @param families holdings of these product families, empty for all; only for {@code HOLDING_MATURITY}
     * @param names these festivals, empty for all; only for {@code FESTIVAL}
     * @param feature the feature that tells the usual day; only for {@code USUAL_DAY}, else null
     * @param service whether what is said on them is a service message: those go first after an outage
     * @param days days before a date ahead (0 on the day, negative after it), days after an opening or the last activity, working
     *     days after a usual day
     */
    public record Wake(
            Anchor on, List<String> families, List<String> names, String feature, List<Integer> days, boolean service) {
        public Wake {
            families = families == null ? List.of() : List.copyOf(families);
            names = names == null ? List.of() : List.copyOf(names);
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /** The date from which days are counted. */
    public enum Anchor {
        /** Before (negative: after) a product that is still held matures. */
        @JsonProperty("holding-maturity")
        HOLDING_MATURITY,
        /** After the first account was opened. */
        @JsonProperty("account-opening")
        ACCOUNT_OPENING,
        /** After the last transaction or click. */
        @JsonProperty("silence")
        SILENCE,
        /** Before each birthday. */
        @JsonProperty("birthday")
        BIRTHDAY,
        /** Before each anniversary of the first account's opening. */
        @JsonProperty("account-anniversary")
        ACCOUNT_ANNIVERSARY,
        /** Before a festival: wakes every customer, so it is for what is said to all. */
        @JsonProperty("festival")
        FESTIVAL,
        /** After the day of the month on which something usually comes, counted in working days; 0 for the day itself. */
        @JsonProperty("usual-day")
        USUAL_DAY;

        /** Whether days are counted towards the date, and not from it. */
        public boolean ahead() {
            return this != ACCOUNT_OPENING && this != SILENCE && this != USUAL_DAY;
        }
    }
}
