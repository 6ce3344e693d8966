package io.motengine.engine.features;

import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** One declared feature: how its value comes from what is kept. */
final class Feature {
    private static final int MONTHS_THAT_TELL = 3;
    private static final long MINUTE = 60_000L;
    private static final int UNKNOWN = -1;

    private final FeatureSpec spec;
    private final ValueKind kind;
    private final String currency;
    private final List<Source> sources;
    private final Grid grid;
    private final int window;

    /** A series and where its slot is. */
    record Source(int position, Series series) {
        Slot slot(FeatureMemory memory) {
            return memory.slot(position, series);
        }

        Buckets buckets(FeatureMemory memory) {
            return (Buckets) slot(memory);
        }
    }

    Feature(FeatureSpec spec, ValueKind kind, String currency, List<Source> sources) {
        this.spec = spec;
        this.kind = kind;
        this.currency = currency;
        this.sources = List.copyOf(sources);
        this.grid = sources.get(0).series().grid();
        this.window = spec.buckets();
    }

    FeatureSpec spec() {
        return spec;
    }

    ValueKind kind() {
        return kind;
    }

    List<Source> sources() {
        return sources;
    }

    /** From when on every event is in the value (epoch milliseconds), or {@link Slot#UNSET}. */
    long since(FeatureMemory memory, long customerSince) {
        long since = customerSince;
        for (Source source : sources) {
            since = Math.max(since, source.slot(memory).wholeSince());
        }
        return since;
    }

    boolean complete(long time, long since) {
        return since <= grid.start(grid.index(time) - window + 1);
    }

    /** The value for the window that ends with the bucket of {@code time}. */
    Object value(long time, FeatureMemory memory, long customerSince) {
        long to = grid.index(time);
        long from = to - window + 1;
        Source source = sources.get(0);
        return switch (spec.aggregate()) {
            case COUNT, SUM, MIN, MAX -> amount(source.buckets(memory).joined(from, to, 0));
            case AVERAGE -> average(source.buckets(memory).joined(from, to, 0), from, to, memory);
            case DISTINCT -> ((DistinctValues) source.slot(memory)).count(from, to);
            case FIRST, LAST -> edge(((EdgeValues) source.slot(memory)).edge(from, to));
            case TIME_SINCE_LAST -> sinceLast(time, source.buckets(memory).joined(from, to, Slot.UNSET));
            case USUAL_DAY -> usualDay(source.buckets(memory), from, to - 1);
            case MEAN, DEVIATION -> norm(source.buckets(memory), from, to - 1, since(memory, customerSince));
        };
    }

    private Object amount(long number) {
        return kind == ValueKind.MONEY ? new Money(number, currency) : (Object) number;
    }

    private Object average(long sum, long from, long to, FeatureMemory memory) {
        long count = sources.get(1).buckets(memory).joined(from, to, 0);
        if (kind == ValueKind.DOUBLE) {
            return count == 0 ? 0.0 : (double) sum / count;
        }
        return amount(
                count == 0
                        ? 0
                        : BigDecimal.valueOf(sum)
                                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_EVEN)
                                .longValueExact());
    }

    private Object edge(Arrival edge) {
        if (kind == ValueKind.TEXT) {
            return edge == null ? "" : edge.text();
        }
        return amount(edge == null ? 0 : edge.number());
    }

    private static Object sinceLast(long time, long last) {
        return last == Slot.UNSET ? (long) UNKNOWN : Math.max(0, (time - last) / MINUTE);
    }

    /** The lower median: a day on which it did come in some month. */
    private static Object usualDay(Buckets days, long from, long to) {
        long[] seen = days.numbers(from, to);
        if (seen.length < MONTHS_THAT_TELL) {
            return UNKNOWN;
        }
        Arrays.sort(seen);
        return (int) seen[(seen.length - 1) / 2];
    }

    private Object norm(Buckets buckets, long from, long to, long since) {
        long begun = from;
        if (since != Slot.UNSET) {
            long bucket = grid.index(since);
            // A bucket that began before counting did would pull the mean down.
            begun = Math.max(from, grid.start(bucket) >= since ? bucket : bucket + 1);
        }
        Norm norm = new Norm(buckets, begun, to);
        boolean mean = spec.aggregate() == Aggregate.MEAN;
        if (kind == ValueKind.DOUBLE) {
            return mean ? norm.mean() : norm.deviation();
        }
        return amount(mean ? norm.meanMinor() : norm.deviationMinor());
    }
}
