package io.motengine.engine.features;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/**
 * What one customer's record holds of one series, and from when on it is whole.
 *
 * <p>As bytes: nothing at all if there is nothing to say; else the bucket before the first one with two flags, what the flags
 * announce, and entries to the end.
 */
abstract class Slot {
    static final long UNSET = Long.MIN_VALUE;
    private static final int SINCE = 1;
    private static final int WHOLE_FROM = 2;

    private long since = UNSET;
    private long wholeFrom = UNSET;

    abstract boolean isEmpty();

    /** Number of the oldest bucket; not for an empty slot. */
    abstract long first();

    /** Number of the newest bucket; not for an empty slot. */
    abstract long last();

    abstract void put(Arrival arrival);

    /**
     * Forgets what no reading in bucket {@code settled} or later can reach. Tells {@link #lost} of what a longer window would miss.
     *
     * @param gone the newest bucket that is out of every window
     */
    abstract void forget(long settled, long gone);

    /** Takes what another identity of the same customer has seen. */
    abstract void join(Slot other);

    abstract void writeEntries(RecordWriter out, long before);

    abstract void readEntries(RecordReader in, long before);

    /** Takes an event in, in whatever order it comes. */
    final void take(Arrival arrival, long settled, int window, Grid grid) {
        long gone = settled - window;
        if (!isEmpty()) {
            forget(settled, gone);
        }
        if (since != UNSET && grid.index(since) <= gone) {
            // From here on the count of whole buckets says the same in fewer bytes.
            long bucket = grid.index(since);
            lost(grid.start(bucket) == since ? bucket - 1 : bucket);
            since = UNSET;
        }
        if (arrival.bucket() <= gone) {
            lost(arrival.bucket());
        } else {
            put(arrival);
        }
    }

    final void merge(Slot other) {
        join(other);
        since = Math.max(since, other.since);
        wholeFrom = Math.max(wholeFrom, other.wholeFrom);
    }

    /** Nothing was counted before that time, epoch milliseconds. */
    final void since(long time) {
        since = time;
    }

    /** A bucket is no longer complete, and none before it. */
    final void lost(long bucket) {
        wholeFrom = Math.max(wholeFrom, bucket + 1);
    }

    /** From when on every event is in here (epoch milliseconds), or {@link #UNSET} if none was ever left out. */
    final long wholeSince(Grid grid) {
        return Math.max(since, wholeFrom == UNSET ? UNSET : grid.start(wholeFrom));
    }

    final byte[] toBytes() {
        if (isEmpty() && since == UNSET && wholeFrom == UNSET) {
            return new byte[0];
        }
        RecordWriter out = new RecordWriter();
        long before = isEmpty() ? 0 : first() - 1;
        out.signed(before << 2 | (since == UNSET ? 0 : SINCE) | (wholeFrom == UNSET ? 0 : WHOLE_FROM));
        if (since != UNSET) {
            out.signed(since);
        }
        if (wholeFrom != UNSET) {
            out.signed(wholeFrom - before);
        }
        writeEntries(out, before);
        return out.toBytes();
    }

    final void read(RecordReader in) {
        if (in.atEnd()) {
            return;
        }
        long head = in.signed();
        long before = head >> 2;
        if ((head & SINCE) != 0) {
            since = in.signed();
        }
        if ((head & WHOLE_FROM) != 0) {
            wholeFrom = in.signed() + before;
        }
        readEntries(in, before);
    }
}
