package io.motengine.engine.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** First or last event of each bucket with its value. Of events in the same millisecond the one with the lesser value is first. */
final class EdgeValues extends Slot {
    private static final Comparator<Arrival> ORDER = Comparator.comparingLong(Arrival::time)
            .thenComparingLong(Arrival::number)
            .thenComparing(Arrival::text, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final int AMOUNT_SCALE = 16;

    private final Kept kept;
    private final boolean texts;
    private final List<Arrival> entries = new ArrayList<>();

    EdgeValues(Kept kept, Grid grid, boolean texts) {
        super(grid);
        this.kept = kept;
        this.texts = texts;
    }

    @Override
    boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    long first() {
        return entries.get(0).bucket();
    }

    @Override
    long last() {
        return entries.get(entries.size() - 1).bucket();
    }

    @Override
    void put(Arrival arrival) {
        int at = entries.size();
        while (at > 0 && entries.get(at - 1).bucket() > arrival.bucket()) {
            at--;
        }
        if (at == 0 || entries.get(at - 1).bucket() < arrival.bucket()) {
            entries.add(at, arrival);
            return;
        }
        int order = ORDER.compare(arrival, entries.get(at - 1));
        if (kept == Kept.FIRST ? order < 0 : order > 0) {
            entries.set(at - 1, arrival);
        }
    }

    @Override
    void forget(long settled, long gone) {
        int out = 0;
        while (out < entries.size() && entries.get(out).bucket() <= gone) {
            lost(entries.get(out).bucket());
            out++;
        }
        if (kept.newestDominates()) {
            while (out + 1 < entries.size() && entries.get(out + 1).bucket() <= settled) {
                out++;
            }
        }
        entries.subList(0, out).clear();
    }

    @Override
    void join(Slot other) {
        ((EdgeValues) other).entries.forEach(this::put);
    }

    /** The first or last event in the buckets from {@code from} to {@code to}, or null. */
    Arrival edge(long from, long to) {
        Arrival edge = null;
        for (Arrival entry : entries) {
            if (entry.bucket() >= from && entry.bucket() <= to) {
                edge = entry;
                if (kept == Kept.FIRST) {
                    return edge;
                }
            }
        }
        return edge;
    }

    @Override
    void writeEntries(BitWriter out, long before) {
        Scale numbers = new Scale(AMOUNT_SCALE, 1);
        long previous = before;
        for (Arrival entry : entries) {
            out.number(entry.bucket() - previous - 1, 0);
            out.number(BitWriter.unsigned(entry.time() - grid().about(entry.bucket())), grid().timeBits());
            if (texts) {
                out.text(entry.text());
            } else {
                numbers.write(BitWriter.unsigned(entry.number()), out);
            }
            previous = entry.bucket();
        }
    }

    @Override
    void readEntries(BitReader in, long before) {
        Scale numbers = new Scale(AMOUNT_SCALE, 1);
        long bucket = before;
        while (!in.atEnd()) {
            bucket += in.number(0) + 1;
            long time = BitReader.signed(in.number(grid().timeBits())) + grid().about(bucket);
            long number = texts ? 0 : BitReader.signed(numbers.read(in));
            entries.add(new Arrival(bucket, time, number, texts ? in.text() : null));
        }
    }
}
