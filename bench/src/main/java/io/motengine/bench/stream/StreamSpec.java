package io.motengine.bench.stream;

import io.motengine.bench.life.Life;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which stream: the same one always has the same events.
 *
 * @param cut how many ranks of Zipf's distribution are cut off, see {@link Keys#ZIPF}
 */
public record StreamSpec(long seed, long customers, Keys keys, double cut) {
    /** How long the lives are that records are built up from before anything is measured. */
    public static final int LIVED_DAYS = 3;

    /** When the first event happens: on a working morning, after those lives. */
    public static final Instant BEGINS =
            Life.BEGINS.plusDays(LIVED_DAYS).atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();

    /** What a customer does in a day, on average. */
    static final int EVENTS_A_DAY = 6;

    private static final int BUSIEST_A_DAY = 1_000;

    public StreamSpec {
        if (customers < 1) {
            throw new IllegalArgumentException("customers: " + customers + " (expected: 1 or more)");
        }
    }

    /** With as many ranks cut off that the busiest customer has about a thousand events a day. */
    public static StreamSpec of(long seed, long customers, Keys keys) {
        double cut = 1;
        for (int step = 0; step < 50; step++) {
            cut = Math.max(1, (double) customers * EVENTS_A_DAY / (BUSIEST_A_DAY * Math.log1p(customers / cut)));
        }
        return new StreamSpec(seed, customers, keys, cut);
    }

    /** When the event of this number happens: they follow each other evenly, at the pace of so many customers. */
    public Instant time(long number) {
        return BEGINS.plusMillis((long) (number * ((double) Duration.ofDays(1).toMillis() / (customers * EVENTS_A_DAY))));
    }

    /** The name of a customer. */
    public static String customer(long number) {
        String digits = Long.toString(number);
        return "C0000000000".substring(0, 11 - digits.length()) + digits;
    }
}
