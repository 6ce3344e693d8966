package io.motengine.engine.features;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/** A number for each bucket that is not empty, in order of time: counts, minor units of money, days or times. */
final class Buckets extends Slot {
    private static final int ROOM = 4;
    private final Kept kept;
    private long[] index = new long[ROOM];
    private long[] value = new long[ROOM];
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

    /** Whether any bucket from {@code from} to {@code to} is not empty. */
    boolean any(long from, long to) {
        for (int i = size - 1; i >= 0 && index[i] >= from; i--) {
            if (index[i] <= to) {
                return true;
            }
        }
        return false;
    }

    /** Folds the numbers of the buckets from {@code from} to {@code to}, both included, newest first. */
    long fold(long from, long to, long start, LongBinaryOperator fold) {
        long result = start;
        for (int i = size - 1; i >= 0 && index[i] >= from; i--) {
            if (index[i] <= to) {
                result = fold.applyAsLong(result, value[i]);
            }
        }
        return result;
    }

    /** What the buckets from {@code from} to {@code to} make together; {@code none} if all are empty. */
    long joined(long from, long to, long none) {
        if (!any(from, to)) {
            return none;
        }
        return switch (kept) {
            case MIN, FIRST_DAY -> fold(from, to, Long.MAX_VALUE, kept::join);
            case MAX, LAST_TIME -> fold(from, to, Long.MIN_VALUE, kept::join);
            default -> fold(from, to, 0, kept::join);
        };
    }

    private void insert(int at, long bucket, long number) {
        if (size == index.length) {
            index = Arrays.copyOf(index, size * 2);
            value = Arrays.copyOf(value, size * 2);
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
            new BucketForm(kept, grid()).read(in, before, (bucket, number) -> insert(size, bucket, number));
        }
    }
}
