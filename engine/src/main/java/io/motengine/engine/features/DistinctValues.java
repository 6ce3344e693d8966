package io.motengine.engine.features;

import io.motengine.engine.record.Hashes;
import java.util.Arrays;

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

    private static final int ROOM = 8;

    /** So many are compared with all others sooner than a table of them is made. */
    private static final int FEW = 8;

    private static final long[] NONE = {};
    private static final int BITS = 24;
    private static final double RANGE = 0x1p24;

    /** What is to go and has not gone yet. */
    private static final long DROPPED = Long.MAX_VALUE;

    /**
     * A bucket and a hash in one number, so that the order of numbers is that of time, then of hashes: a set of objects would be
     * most of what an event costs. Forty bits are left for the bucket, which are enough for any minute of a million years.
     */
    private long[] seen = NONE;

    private int size;

    /** Up to this bucket no value is there twice: most events add nothing that could make another needless. */
    private long distinctUpTo = UNSET;

    /** As of which bucket what has enough smaller ones beside it was dropped, and whether nothing has come since. */
    private long thinnedAt = UNSET;

    private boolean thinned;

    /** What was counted last: most events bring no new value, and rules ask at each. */
    private long counted = UNSET;

    private long countedFrom;
    private long countedTo;

    DistinctValues(Grid grid) {
        super(grid);
    }

    /** The upper bits of a hash, as a number that is never negative. */
    static long hash(String value) {
        return Hashes.of(value) >>> (Long.SIZE - BITS);
    }

    private static long bucket(long one) {
        return one >> BITS;
    }

    private static int hash(long one) {
        return (int) one & ((1 << BITS) - 1);
    }

    @Override
    boolean isEmpty() {
        return size == 0;
    }

    @Override
    long first() {
        return bucket(seen[0]);
    }

    @Override
    long last() {
        return bucket(seen[size - 1]);
    }

    @Override
    void put(Arrival arrival) {
        put((arrival.bucket() << BITS) | arrival.number());
    }

    private void put(long one) {
        int at = Arrays.binarySearch(seen, 0, size, one);
        if (at < 0) {
            insert(-at - 1, one);
            distinctUpTo = Math.min(distinctUpTo, bucket(one) - 1);
            thinned = false;
        }
    }

    private void insert(int at, long one) {
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, Math.max(ROOM, size * 2));
        }
        System.arraycopy(seen, at, seen, at + 1, size - at);
        seen[at] = one;
        size++;
        counted = UNSET;
    }

    @Override
    void join(Slot other) {
        DistinctValues more = (DistinctValues) other;
        for (int i = 0; i < more.size; i++) {
            put(more.seen[i]);
        }
    }

    @Override
    void forget(long settled, long gone) {
        int out = from(gone + 1);
        if (out > 0) {
            lost(bucket(seen[out - 1]));
            counted = UNSET;
            size -= out;
            System.arraycopy(seen, out, seen, 0, size);
        }
        int behind = from(settled + 1);
        if (behind > 0 && bucket(seen[behind - 1]) > distinctUpTo) {
            behind -= dropRepeated(distinctUpTo == UNSET ? 0 : from(distinctUpTo + 1), behind);
        }
        distinctUpTo = Math.max(distinctUpTo, settled);
        if (size > SmallestHashes.MOST && !(thinned && settled == thinnedAt)) {
            dropDominated(behind);
            thinnedAt = settled;
            thinned = true;
        }
    }

    /**
     * Of a value seen in several buckets behind every reading, the newest alone matters. Returns how many have gone.
     *
     * @param fresh before this, no value is there twice
     */
    private int dropRepeated(int fresh, int behind) {
        if (behind - fresh > FEW) {
            HashesMet newer = new HashesMet(behind);
            for (int i = behind - 1; i >= 0; i--) {
                if (!newer.add(hash(seen[i]))) {
                    seen[i] = DROPPED;
                }
            }
            return sweep();
        }
        int dropped = 0;
        for (int i = fresh; i < behind; i++) {
            for (int older = 0; older < i; older++) {
                if (seen[older] != DROPPED && hash(seen[older]) == hash(seen[i])) {
                    seen[older] = DROPPED;
                    dropped++;
                }
            }
        }
        return dropped == 0 ? 0 : sweep();
    }

    /** Drops what has enough smaller hashes beside it in every window that it is in. */
    private void dropDominated(int behind) {
        SmallestHashes smallest = new SmallestHashes();
        for (int end = size; end > 0; ) {
            int begin = beginOfLast(end);
            if (end >= behind) {
                // A reading may end with any bucket that is not settled: what is newer does not help there.
                smallest.clear();
            }
            for (int i = begin; i < end; i++) {
                if (!smallest.add(hash(seen[i]))) {
                    seen[i] = DROPPED;
                }
            }
            end = begin;
        }
        sweep();
    }

    private int sweep() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (seen[i] != DROPPED) {
                seen[kept++] = seen[i];
            }
        }
        int dropped = size - kept;
        size = kept;
        counted = UNSET;
        return dropped;
    }

    /** Where the bucket begins that ends before {@code end}. */
    private int beginOfLast(int end) {
        int begin = end - 1;
        while (begin > 0 && bucket(seen[begin - 1]) == bucket(seen[end - 1])) {
            begin--;
        }
        return begin;
    }

    /** Where a bucket begins, or would. */
    private int from(long bucket) {
        int at = Arrays.binarySearch(seen, 0, size, bucket << BITS);
        return at < 0 ? -at - 1 : at;
    }

    /** Number of distinct values in the buckets from {@code from} to {@code to}. */
    long count(long from, long to) {
        if (counted == UNSET || countedFrom != from || countedTo != to) {
            counted = countAnew(from(from), from(to + 1));
            countedFrom = from;
            countedTo = to;
        }
        return counted;
    }

    private long countAnew(int begin, int end) {
        HashesMet met = new HashesMet(end - begin);
        int distinct = 0;
        for (int i = begin; i < end; i++) {
            distinct += met.add(hash(seen[i])) ? 1 : 0;
        }
        return distinct <= EXACT ? distinct : estimate(begin, end);
    }

    private long estimate(int begin, int end) {
        SmallestHashes smallest = new SmallestHashes();
        for (int i = begin; i < end; i++) {
            smallest.add(hash(seen[i]));
        }
        return Math.round(EXACT / ((smallest.last() + 1) / RANGE));
    }

    @Override
    void writeEntries(BitWriter out, long before) {
        long previous = before;
        for (int i = 0; i < size; ) {
            long bucket = bucket(seen[i]);
            int end = i + 1;
            while (end < size && bucket(seen[end]) == bucket) {
                end++;
            }
            out.number(bucket - previous - 1, 0);
            out.number(end - i - 1L, 0);
            for (; i < end; i++) {
                out.bits(hash(seen[i]), BITS);
            }
            previous = bucket;
        }
    }

    @Override
    void readEntries(BitReader in, long before) {
        seen = Arrays.copyOf(seen, Math.max(ROOM, size + in.left() / BITS));
        long bucket = before;
        while (!in.atEnd()) {
            bucket += in.number(0) + 1;
            for (long left = in.number(0); left >= 0; left--) {
                insert(size, (bucket << BITS) | in.bits(BITS));
            }
        }
    }
}
