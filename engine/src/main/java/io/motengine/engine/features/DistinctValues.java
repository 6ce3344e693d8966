package io.motengine.engine.features;

import io.motengine.engine.record.Hashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which values were seen in which bucket, by a 24-bit hash: counts exactly up to {@link #EXACT}, and estimates beyond. That two
 * values have one hash and count as one befalls one window of 64 values in 8,000, and one of 20 in 88,000.
 *
 * <p>The estimate looks at the smallest hashes of the window (k minimum values, Bar-Yossef and others 2002): were hashes spread
 * evenly, the 65th smallest of n would stand at 65/n of their range. So no hash need be kept that has 65 smaller ones in its own
 * bucket or later, and what is kept depends on which events there were, not on their order: an estimate does not either.
 */
final class DistinctValues extends Slot {
    /** Up to as many distinct values in a window the count is exact; above, its standard error is an eighth. */
    static final int EXACT = 64;

    private static final int SMALLEST = EXACT + 1;
    private static final int BITS = 24;
    private static final double RANGE = 0x1p24;

    /** Order of time, then of hashes. */
    private final NavigableSet<Seen> seen = new TreeSet<>();

    /** What was forgotten last, and the oldest bucket that has got anything since: most events leave nothing to forget. */
    private long settledLast = UNSET;

    private long goneLast = UNSET;
    private long oldestNew = Long.MIN_VALUE;

    private record Seen(long bucket, long hash) implements Comparable<Seen> {
        @Override
        public int compareTo(Seen other) {
            int order = Long.compare(bucket, other.bucket);
            return order != 0 ? order : Long.compare(hash, other.hash);
        }
    }

    DistinctValues(Grid grid) {
        super(grid);
    }

    /** The upper bits of a hash, as a number that is never negative. */
    static long hash(String value) {
        return Hashes.of(value) >>> (Long.SIZE - BITS);
    }

    @Override
    boolean isEmpty() {
        return seen.isEmpty();
    }

    @Override
    long first() {
        return seen.first().bucket();
    }

    @Override
    long last() {
        return seen.last().bucket();
    }

    @Override
    void put(Arrival arrival) {
        if (seen.add(new Seen(arrival.bucket(), arrival.number()))) {
            oldestNew = Math.min(oldestNew, arrival.bucket());
        }
    }

    @Override
    void join(Slot other) {
        seen.addAll(((DistinctValues) other).seen);
        oldestNew = Long.MIN_VALUE;
    }

    @Override
    void forget(long settled, long gone) {
        if (settled == settledLast && gone == goneLast && isTidy(settled)) {
            return;
        }
        settledLast = settled;
        goneLast = gone;
        oldestNew = Long.MAX_VALUE;
        Set<Seen> out = seen.headSet(new Seen(gone, Long.MAX_VALUE), true);
        out.forEach(one -> lost(one.bucket()));
        out.clear();
        NavigableSet<Seen> behind = seen.headSet(new Seen(settled, Long.MAX_VALUE), true);
        dropRepeated(behind);
        if (seen.size() > SMALLEST) {
            dropDominated(behind);
            for (long bucket : buckets(seen.tailSet(new Seen(settled, Long.MAX_VALUE), false))) {
                dropDominated(in(bucket));
            }
        }
    }

    /** Whether nothing has come since that could make something else needless, or be so itself. */
    private boolean isTidy(long settled) {
        return seen.size() > SMALLEST ? oldestNew == Long.MAX_VALUE : oldestNew > settled;
    }

    /** Of a value seen in several buckets behind every reading, the newest alone matters. */
    private static void dropRepeated(NavigableSet<Seen> behind) {
        Set<Long> newer = new HashSet<>();
        for (Iterator<Seen> all = behind.descendingIterator(); all.hasNext(); ) {
            if (!newer.add(all.next().hash())) {
                all.remove();
            }
        }
    }

    /** Drops what has enough smaller hashes beside it in every window that it is in. */
    private static void dropDominated(NavigableSet<Seen> together) {
        NavigableSet<Long> smallest = new TreeSet<>();
        for (long bucket : buckets(together)) {
            Seen first = new Seen(bucket, 0);
            Seen last = new Seen(bucket, Long.MAX_VALUE);
            for (Iterator<Seen> all = together.subSet(first, true, last, true).iterator(); all.hasNext(); ) {
                long hash = all.next().hash();
                if (smallest.size() == SMALLEST && hash > smallest.last()) {
                    all.remove();
                } else if (smallest.add(hash) && smallest.size() > SMALLEST) {
                    smallest.pollLast();
                }
            }
        }
    }

    private static List<Long> buckets(NavigableSet<Seen> of) {
        List<Long> newestFirst = new ArrayList<>();
        for (Seen one = of.isEmpty() ? null : of.last(); one != null; one = of.lower(new Seen(one.bucket(), 0))) {
            newestFirst.add(one.bucket());
        }
        return newestFirst;
    }

    /** Number of distinct values in the buckets from {@code from} to {@code to}. */
    long count(long from, long to) {
        long[] hashes = new long[seen.size()];
        int size = 0;
        for (Seen one : seen.tailSet(new Seen(from, 0), true)) {
            if (one.bucket() > to) {
                break;
            }
            hashes[size++] = one.hash();
        }
        Arrays.sort(hashes, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                if (distinct == EXACT) {
                    return Math.round(EXACT / ((hashes[i] + 1) / RANGE));
                }
                distinct++;
            }
        }
        return distinct;
    }

    @Override
    void writeEntries(BitWriter out, long before) {
        long previous = before;
        List<Long> oldestFirst = buckets(seen);
        Collections.reverse(oldestFirst);
        for (long bucket : oldestFirst) {
            out.number(bucket - previous - 1, 0);
            out.number(in(bucket).size() - 1L, 0);
            in(bucket).forEach(one -> out.bits(one.hash(), BITS));
            previous = bucket;
        }
    }

    private NavigableSet<Seen> in(long bucket) {
        return seen.subSet(new Seen(bucket, 0), true, new Seen(bucket, Long.MAX_VALUE), true);
    }

    @Override
    void readEntries(BitReader in, long before) {
        long bucket = before;
        while (!in.atEnd()) {
            bucket += in.number(0) + 1;
            for (long left = in.number(0); left >= 0; left--) {
                seen.add(new Seen(bucket, in.bits(BITS)));
            }
        }
    }
}
