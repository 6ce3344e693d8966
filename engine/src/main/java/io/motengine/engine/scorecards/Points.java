package io.motengine.engine.scorecards;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How many points a value is worth: straight lines between given values, flat outside them. In YAML {@code [[0, 0], [50000,
 * 10]]}.
 *
 * <p>Points between two given values are exact and then rounded down to {@link #DECIMALS} decimals, so that nothing short of a
 * line ever reads as having reached it.
 */
public final class Points {
    static final int DECIMALS = 4;

    private final BigDecimal[] values;
    private final BigDecimal[] points;

    /** From the pair before to each, worked out once: a score is asked for at most events. */
    private final BigDecimal[] runs;

    private final BigDecimal[] rises;
    private final List<long[]> flat;

    /**
     * From YAML.
     *
     * @param pairs value and points, by rising value; points with at most {@link #DECIMALS} decimals
     */
    @JsonCreator
    public Points(List<List<BigDecimal>> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("[] (expected: one pair or more, such as [[0, 0], [50000, 10]])");
        }
        values = new BigDecimal[pairs.size()];
        points = new BigDecimal[pairs.size()];
        runs = new BigDecimal[pairs.size()];
        rises = new BigDecimal[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            List<BigDecimal> pair = pairs.get(i);
            if (pair == null || pair.size() != 2 || pair.get(0) == null || pair.get(1) == null) {
                throw new IllegalArgumentException(pair + " (expected: a value and its points, such as [50000, 10])");
            }
            values[i] = pair.get(0);
            points[i] = pair.get(1);
            if (i > 0 && values[i].compareTo(values[i - 1]) <= 0) {
                throw new IllegalArgumentException(
                        values[i] + " after " + values[i - 1] + " (expected: values that rise)");
            }
            if (points[i].stripTrailingZeros().scale() > DECIMALS) {
                throw new IllegalArgumentException(points[i] + " (expected: at most " + DECIMALS + " decimals)");
            }
            if (i > 0) {
                runs[i] = values[i].subtract(values[i - 1]);
                rises[i] = points[i].subtract(points[i - 1]);
            }
        }
        flat = flat(values, points);
    }

    /** The points of a value; those of the first pair if it is not known (null). */
    public BigDecimal of(BigDecimal value) {
        if (value == null || value.compareTo(values[0]) <= 0) {
            return points[0];
        }
        int last = values.length - 1;
        if (value.compareTo(values[last]) >= 0) {
            return points[last];
        }
        int i = 1;
        while (value.compareTo(values[i]) > 0) {
            i++;
        }
        if (rises[i].signum() == 0) {
            return points[i];
        }
        BigDecimal way = value.subtract(values[i - 1]);
        return points[i - 1].add(rises[i].multiply(way).divide(runs[i], DECIMALS, RoundingMode.FLOOR));
    }

    /** Whether two whole numbers are surely worth the same: both within one of the parts that neither rise nor fall. */
    boolean isFlatBetween(long a, long b) {
        for (long[] part : flat) {
            if (Math.min(a, b) >= part[0] && Math.max(a, b) <= part[1]) {
                return true;
            }
        }
        return false;
    }

    private static List<long[]> flat(BigDecimal[] values, BigDecimal[] points) {
        List<long[]> flat = new ArrayList<>();
        int last = values.length - 1;
        flat.add(new long[] {Long.MIN_VALUE, whole(values[0], RoundingMode.FLOOR)});
        for (int i = 1; i <= last; i++) {
            if (points[i].compareTo(points[i - 1]) == 0) {
                flat.add(new long[] {whole(values[i - 1], RoundingMode.CEILING), whole(values[i], RoundingMode.FLOOR)});
            }
        }
        flat.add(new long[] {whole(values[last], RoundingMode.CEILING), Long.MAX_VALUE});
        return flat;
    }

    private static long whole(BigDecimal value, RoundingMode rounding) {
        return value.setScale(0, rounding)
                .max(BigDecimal.valueOf(Long.MIN_VALUE))
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    /** Whether a greater value is never worth less. */
    public boolean neverFalls() {
        for (int i = 1; i < points.length; i++) {
            if (points[i].compareTo(points[i - 1]) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The least value, rounded up to some decimals, that is worth at least so many points; null if none is. Only for points that
     * never fall.
     */
    BigDecimal reaching(BigDecimal wanted, int decimals) {
        // What counts is rounded down, so the points must be reached on that grid.
        BigDecimal target = wanted.setScale(DECIMALS, RoundingMode.CEILING);
        int i = 0;
        while (i < points.length && points[i].compareTo(target) < 0) {
            i++;
        }
        if (i == points.length) {
            return null;
        }
        if (i == 0) {
            return values[0].setScale(decimals, RoundingMode.CEILING);
        }
        BigDecimal way = target.subtract(points[i - 1]).multiply(runs[i]);
        return values[i - 1].multiply(rises[i]).add(way).divide(rises[i], decimals, RoundingMode.CEILING);
    }
}
