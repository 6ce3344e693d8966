package io.motengine.engine.features;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Length of a window or a bucket: whole minutes, hours, days of the bank's calendar, or calendar months.
 *
 * @param number 1 or more
 */
public record Span(int number, Unit unit) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5})(mo|m|h|d)");
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int WORTHWHILE_BUCKETS = 7;
    private static final List<Span> BUCKETS = List.of(
            new Span(1, Unit.DAY),
            new Span(1, Unit.HOUR),
            new Span(15, Unit.MINUTE),
            new Span(5, Unit.MINUTE),
            new Span(1, Unit.MINUTE));

    /** Unit of a span. */
    public enum Unit {
        MINUTE("m", 1),
        HOUR("h", 60),
        DAY("d", MINUTES_OF_DAY),
        MONTH("mo", 0);

        private final String word;
        private final int minutes;

        Unit(String word, int minutes) {
            this.word = word;
            this.minutes = minutes;
        }
    }

    /**
     * Reads {@code 15m}, {@code 24h}, {@code 7d}, {@code 6mo}, {@code day} and {@code month}. Whole days in other units become
     * days, so that {@code 24h} and {@code 1d} are one thing.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Span parse(String text) {
        String stripped = String.valueOf(text).strip();
        if (stripped.equals("day")) {
            return new Span(1, Unit.DAY);
        }
        if (stripped.equals("month")) {
            return new Span(1, Unit.MONTH);
        }
        Matcher parts = TEXT.matcher(stripped);
        if (!parts.matches()) {
            throw new IllegalArgumentException(stripped + " (expected: such as 15m, 24h, 7d, 6mo, day or month)");
        }
        int number = Integer.parseInt(parts.group(1));
        for (Unit unit : Unit.values()) {
            if (unit.word.equals(parts.group(2))) {
                int minutes = number * unit.minutes;
                return unit != Unit.MONTH && minutes % MINUTES_OF_DAY == 0
                        ? new Span(minutes / MINUTES_OF_DAY, Unit.DAY)
                        : new Span(number, unit);
            }
        }
        throw new IllegalStateException("no unit " + parts.group(2));
    }

    /**
     * The bucket of a window for which none is declared: a day for {@code day}, a month for windows in months, else the largest of
     * 1d, 1h, 15m, 5m and 1m that cuts the window into seven or more.
     */
    public static Span bucketOf(String window) {
        Span span = parse(window);
        if (window.strip().equals("day") || span.unit == Unit.MONTH) {
            return new Span(1, span.unit);
        }
        return BUCKETS.stream()
                .filter(bucket -> span.buckets(bucket) >= WORTHWHILE_BUCKETS)
                .findFirst()
                .orElse(new Span(1, Unit.MINUTE));
    }

    /** How many of the buckets make this window; 0 if not a whole number of them does. */
    public int buckets(Span bucket) {
        if ((unit == Unit.MONTH) != (bucket.unit == Unit.MONTH)) {
            return 0;
        }
        int whole = unit == Unit.MONTH ? number : minutes();
        int part = bucket.unit == Unit.MONTH ? bucket.number : bucket.minutes();
        return whole % part == 0 ? whole / part : 0;
    }

    /** Length in minutes; 0 for months, which have none. */
    public int minutes() {
        return number * unit.minutes;
    }

    @Override
    public String toString() {
        return number + unit.word;
    }
}
