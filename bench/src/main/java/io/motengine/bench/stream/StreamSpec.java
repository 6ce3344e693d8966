package io.motengine.bench.stream;

import io.motengine.bench.life.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which stream: the same one always has the same events.
 *
 * @param cut how many ranks of Zipf's distribution are cut off, see {@link Keys#ZIPF}
 * @param eventsADay what a customer does in a day, on average
 */
public record StreamSpec(long seed, long customers, Keys keys, double cut, int eventsADay) {
    /** How long the lives are that records are built up from before anything is measured. */
    public static final int LIVED_DAYS = 3;

    /** When the first event happens: on a working morning, after those lives. */
    public static final Instant BEGINS = Life.BEGINS
            .plusDays(LIVED_DAYS)
            .atTime(9, 0)
            .atZone(ZoneId.of("Asia/Shanghai"))
            .toInstant();

    private static final int EVENTS_A_DAY = 6;
    private static final long BANKS_EVENTS_A_DAY = 3_000_000;

    private static final int BUSIEST_A_DAY = 1_000;

    public StreamSpec {
        if (customers < 1) {
            throw new IllegalArgumentException("customers: " + customers + " (expected: 1 or more)");
        }
    }

    /** Six events a day of each, and as many ranks cut off that the busiest has about a thousand. */
    public static StreamSpec of(long seed, long customers, Keys keys) {
        return of(seed, customers, keys, EVENTS_A_DAY);
    }

    /**
     * The same, of a bank that has three million events a day at least: with few customers each does more. Topics are read side by side
     * within some thousand events, and those must not be hours, or whoever lags behind would be late.
     */
    public static StreamSpec busy(long seed, long customers, Keys keys) {
        return of(seed, customers, keys, (int) Math.max(EVENTS_A_DAY, BANKS_EVENTS_A_DAY / customers));
    }

    private static StreamSpec of(long seed, long customers, Keys keys, int eventsADay) {
        double cut = 1;
        for (int step = 0; step < 50; step++) {
            cut = Math.max(1, (double) customers * eventsADay / (BUSIEST_A_DAY * Math.log1p(customers / cut)));
        }
        return new StreamSpec(seed, customers, keys, cut, eventsADay);
    }

    /** When the event of this number happens: they follow each other evenly, at the pace of so many customers. */
    public Instant time(long number) {
        return BEGINS.plusMillis((long) (number * (Duration.ofDays(1).toMillis() / ((double) customers * eventsADay))));
    }

    /** The name of a customer. */
    public static String customer(long number) {
        String digits = Long.toString(number);
        return "C0000000000".substring(0, 11 - digits.length()) + digits;
    }
}
