package io.motengine.bench.customers;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which event comes as which, and when it happened: first a profile of each customer, then transactions and clicks of customers as
 * active as Zipf has it, for a day; then the clock passes the daily tick of the customers that are due; then as many events again,
 * while they are served.
 *
 * @param customers how many there are
 * @param activity events before the tick
 * @param due customers due at the tick: for them the account was opened four days before it
 * @param after events after the tick
 */
record Plan(long customers, long activity, long due, long after) implements Serializable {
    private static final LocalDate TICKS_ON = LocalDate.of(2026, 11, 10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate OPENED_IF_DUE = TICKS_ON.minusDays(4);
    static final LocalDate OPENED_LONG_AGO = LocalDate.of(2020, 5, 1);

    /** The calendar of the reference release ticks at eight. */
    static final Instant TICK = TICKS_ON.atTime(8, 0).atZone(ZONE).toInstant();

    private static final long BEGIN = TICK.toEpochMilli() - 36L * 3_600_000;
    private static final long ACTIVE_MILLIS = 24L * 3_600_000;
    private static final long AFTER_MILLIS = 3_600_000;

    long events() {
        return customers + activity + after;
    }

    boolean isProfile(long number) {
        return number < customers;
    }

    boolean isAfterTick(long number) {
        return number >= customers + activity;
    }

    boolean isDue(long customer) {
        // Spread over all customers, active or not.
        return Math.floorMod(mix(customer), customers) < due;
    }

    /** Whose event it is. */
    long customer(long number) {
        if (isProfile(number)) {
            return number;
        }
        // The inverse of Zipf's distribution with exponent one: the logarithm of the rank is spread evenly.
        double share = (double) (mix(number) >>> 11) * 0x1p-53;
        long rank = (long) Math.exp(share * Math.log((double) customers)) - 1;
        return Math.floorMod(rank * 7_368_787L, customers);
    }

    /** Event time, epoch milliseconds; never goes back. */
    long time(long number) {
        if (isProfile(number)) {
            return BEGIN;
        }
        if (!isAfterTick(number)) {
            return BEGIN + 1 + (long) ((double) (number - customers) / activity * ACTIVE_MILLIS);
        }
        return TICK.toEpochMilli()
                + 1
                + (long) ((double) (number - customers - activity) / Math.max(1, after) * AFTER_MILLIS);
    }

    static long mix(long number) {
        long hash = (number + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
