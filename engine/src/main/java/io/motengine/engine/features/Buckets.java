package io.motengine.engine.features;

import java.util.Arrays;

/** A number for each bucket that is not empty, in order of time: counts, minor units of money, days or times. */
final class Buckets extends Slot {
    private static final int ROOM = 4;
    private static final long[] NONE = {};

    private final Kept kept;
    private long[] index = NONE;
    private long[] value = NONE;
    private int size;

    Buckets(Kept kept, Grid grid) {
        super(grid);
        this.kept = kept;
    }

    @Override
    boolean isEmpty() {
        return size == 0;
    }

    @Override
    long first() {
        return index[0];
    }

    @Override
    long last() {
        return index[size - 1];
    }

    @Override
    void put(Arrival arrival) {
        put(arrival.bucket(), arrival.number());
    }

    void put(long bucket, long number) {
        int at = Arrays.binarySearch(index, 0, size, bucket);
        if (at >= 0) {
            value[at] = kept.join(value[at], number);
        } else {
            insert(-at - 1, bucket, number);
        }
    }

    @Override
    void forget(long settled, long gone) {
        int out = 0;
        while (out < size && index[out] <= gone) {
            out++;
        }
        if (out > 0) {
            lost(index[out - 1]);
        }
        if (kept.newestDominates()) {
            while (out + 1 < size && index[out + 1] <= settled) {
                out++;
            }
        }
        if (out > 0) {
            size -= out;
            System.arraycopy(index, out, index, 0, size);
            System.arraycopy(value, out, value, 0, size);
        }
        if (kept.beyondDominates()) {
            dropWithin(settled);
        }
    }

    /** Drops what a newer bucket is as good as in every window that reaches so far back. */
    private void dropWithin(long settled) {
        int behind = 0;
        for (int i = 0; i < size; i++) {
            if (index[i] <= settled) {
                while (behind > 0 && kept.join(value[behind - 1], value[i]) == value[i]) {
                    behind--;
                }
            }
            index[behind] = index[i];
            value[behind++] = value[i];
        }
        size = behind;
    }

    @Override
    void join(Slot other) {
        Buckets more = (Buckets) other;
        for (int i = 0; i < more.size; i++) {
            put(more.index[i], more.value[i]);
        }
    }

    /** The numbers of the buckets from {@code from} to {@code to} that are not empty, both included, oldest first. */
    long[] numbers(long from, long to) {
        int end = size;
        while (end > 0 && index[end - 1] > to) {
            end--;
        }
        int begin = end;
        while (begin > 0 && index[begin - 1] >= from) {
            begin--;
        }
        return Arrays.copyOfRange(value, begin, end);
    }

    /** What the buckets from {@code from} to {@code to} make together, newest first; {@code none} if all are empty. */
    long joined(long from, long to, long none) {
        int at = size - 1;
        while (at >= 0 && index[at] > to) {
            at--;
        }
        if (at < 0 || index[at] < from) {
            return none;
        }
        long result = value[at];
        for (at--; at >= 0 && index[at] >= from; at--) {
            result = kept.join(result, value[at]);
        }
        return result;
    }

    /** Makes room for so many at once: growing step by step is most of what reading costs. */
    void expect(int more) {
        if (size + more > index.length) {
            index = Arrays.copyOf(index, size + more);
            value = Arrays.copyOf(value, size + more);
        }
    }

    /** Adds a bucket that is newer than all. */
    void append(long bucket, long number) {
        insert(size, bucket, number);
    }

    private void insert(int at, long bucket, long number) {
        if (size == index.length) {
            expect(Math.max(ROOM, size));
        }
        System.arraycopy(index, at, index, at + 1, size - at);
        System.arraycopy(value, at, value, at + 1, size - at);
        index[at] = bucket;
        value[at] = number;
        size++;
    }

    @Override
    void writeEntries(BitWriter out, long before) {
        if (size > 0) {
            new BucketForm(kept, grid()).write(index, value, size, before, out);
        }
    }

    @Override
    void readEntries(BitReader in, long before) {
        if (!in.atEnd()) {
            new BucketForm(kept, grid()).read(in, before, this);
        }
    }
}
