package io.motengine.engine.features;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The non-empty buckets of one feature, in order of time. Values are counts or minor units of money. */
public final class Buckets {
    private static final int ROOM = 4;
    private long[] index = new long[ROOM];
    private long[] value = new long[ROOM];
    private int size;

    /** Adds to a bucket, whatever the order in which events arrive, and forgets what no window can reach any more. */
    public void add(long bucket, long amount, int window) {
        long newest = size == 0 ? bucket : Math.max(bucket, index[size - 1]);
        if (bucket <= newest - window) {
            return;
        }
        forget(newest - window);
        int at = Arrays.binarySearch(index, 0, size, bucket);
        if (at >= 0) {
            value[at] = plus(value[at], amount);
            return;
        }
        insert(-at - 1, bucket, amount);
    }

    /** The sum over the {@code window} buckets that end with {@code current}. */
    public long sum(long current, int window) {
        long sum = 0;
        for (int i = size - 1; i >= 0 && index[i] > current - window; i--) {
            if (index[i] <= current) {
                sum = plus(sum, value[i]);
            }
        }
        return sum;
    }

    /** Stays at the end of the range: a customer whose figures are absurd must still be decided, event after event. */
    private static long plus(long a, long b) {
        long sum = a + b;
        boolean left = ((a ^ sum) & (b ^ sum)) < 0;
        return left ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    private void insert(int at, long bucket, long amount) {
        if (size == index.length) {
            index = Arrays.copyOf(index, size * 2);
            value = Arrays.copyOf(value, size * 2);
        }
        System.arraycopy(index, at, index, at + 1, size - at);
        System.arraycopy(value, at, value, at + 1, size - at);
        index[at] = bucket;
        value[at] = amount;
        size++;
    }

    private void forget(long upTo) {
        int gone = 0;
        while (gone < size && index[gone] <= upTo) {
            gone++;
        }
        if (gone > 0) {
            System.arraycopy(index, gone, index, 0, size - gone);
            System.arraycopy(value, gone, value, 0, size - gone);
            size -= gone;
        }
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(index[i]);
            out.writeLong(value[i]);
        }
    }

    public static Buckets read(DataInput in) throws IOException {
        Buckets buckets = new Buckets();
        buckets.size = in.readInt();
        buckets.index = new long[Math.max(ROOM, buckets.size)];
        buckets.value = new long[Math.max(ROOM, buckets.size)];
        for (int i = 0; i < buckets.size; i++) {
            buckets.index[i] = in.readLong();
            buckets.value[i] = in.readLong();
        }
        return buckets;
    }
}
