package io.motengine.engine.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;

/** How time is cut into numbered buckets. Times are epoch milliseconds. */
final class Grid {
    private static final long MINUTE = 60_000L;

    /** Of UTC, in milliseconds. */
    static final long DAY = 24 * 60 * MINUTE;

    private static final int MONTHS_OF_YEAR = 12;
    private static final long LONGEST_MONTH = 31;

    private final Span bucket;
    private final ZoneId zone;
    private final long millis;
    private final SettledOffset settled;

    Grid(Span bucket, ZoneId zone) {
        this.bucket = bucket;
        this.zone = zone;
        this.millis = bucket.minutes() * MINUTE;
        this.settled = SettledOffset.of(zone.getRules());
    }

    /** What buckets of this grid have in common with those of another release only if it is equal. */
    String identity() {
        boolean zoned = bucket.unit() == Span.Unit.DAY || bucket.unit() == Span.Unit.MONTH;
        return zoned ? bucket + " " + zone.getId() : bucket.minutes() + "m";
    }

    /** Number of the bucket that a time falls in. */
    long index(long time) {
        return switch (bucket.unit()) {
            case MINUTE, HOUR -> Math.floorDiv(time, millis);
            case DAY -> Math.floorDiv(localDay(time), bucket.number());
            case MONTH -> Math.floorDiv(month(LocalDate.ofEpochDay(localDay(time))), bucket.number());
        };
    }

    /** When a bucket begins. */
    long start(long index) {
        return switch (bucket.unit()) {
            case MINUTE, HOUR -> index * millis;
            case DAY, MONTH -> startOfDay(firstDay(index));
        };
    }

    private long startOfDay(long day) {
        long start = day * DAY - settled.millis();
        return start >= settled.from()
                ? start
                : LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /** A time near the beginning of a bucket which no change of the zone's rules can move: stored times are relative to it. */
    long about(long index) {
        return switch (bucket.unit()) {
            case MINUTE, HOUR -> index * millis;
            case DAY, MONTH -> firstDay(index) * DAY;
        };
    }

    /** Number of a bucket near a day counted from 1970-01-01; as {@link #about}, it is the same whatever the zone's rules. */
    long ofDay(long day) {
        return switch (bucket.unit()) {
            case MINUTE, HOUR -> Math.floorDiv(day * DAY, millis);
            case DAY -> Math.floorDiv(day, bucket.number());
            case MONTH -> Math.floorDiv(month(LocalDate.ofEpochDay(day)), bucket.number());
        };
    }

    /** How many bits a time within a bucket takes, counted from {@link #about}. */
    int timeBits() {
        long longest = bucket.unit() == Span.Unit.MONTH ? bucket.number() * LONGEST_MONTH * DAY : millis;
        return Long.SIZE - Long.numberOfLeadingZeros(longest);
    }

    /** Number of the bucket for one that was cut in local time, as records of format 1 have it. */
    long indexOfLocal(long localIndex) {
        if (bucket.unit() == Span.Unit.DAY) {
            return localIndex;
        }
        long local = localIndex * millis;
        return index(local - offset(local - offset(local)));
    }

    int dayOfMonth(long time) {
        return LocalDate.ofEpochDay(localDay(time)).getDayOfMonth();
    }

    private long firstDay(long index) {
        long first = index * bucket.number();
        return bucket.unit() == Span.Unit.DAY
                ? first
                : LocalDate.of((int) Math.floorDiv(first, MONTHS_OF_YEAR), Math.floorMod(first, MONTHS_OF_YEAR) + 1, 1)
                        .toEpochDay();
    }

    private static long month(LocalDate day) {
        return day.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    private long localDay(long time) {
        return Math.floorDiv(time + offset(time), DAY);
    }

    private long offset(long time) {
        return time >= settled.from()
                ? settled.millis()
                : zone.getRules().getOffset(Instant.ofEpochMilli(time)).getTotalSeconds() * 1_000L;
    }
}
