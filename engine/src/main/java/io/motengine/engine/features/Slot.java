package io.motengine.engine.features;

/**
 * What one customer's record holds of one series, and from when on it is whole.
 *
 * <p>As bytes: nothing at all if there is nothing to say; else the bucket before the first one, counted from the record's anchor,
 * from when on it is whole, and entries to the end.
 */
abstract class Slot {
    static final long UNSET = Long.MIN_VALUE;

    /** Scales of numbers that do not suit themselves. */
    private static final int FIRST_SCALE = 4;

    private static final int WHOLE_SCALE = 1;
    private static final int SINCE_SCALE = 31;

    private final Grid grid;
    private long since = UNSET;
    private long wholeFrom = UNSET;
    private boolean changed;

    Slot(Grid grid) {
        this.grid = grid;
    }

    /** How time is cut here. */
    final Grid grid() {
        return grid;
    }

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

    /** Each entry begins with the ones and the zero of a number. */
    abstract void writeEntries(BitWriter out, long before);

    abstract void readEntries(BitReader in, long before);

    /** Takes an event in, in whatever order it comes. */
    final void take(Arrival arrival, long settled, int window) {
        tidy(settled, window);
        if (arrival.bucket() <= settled - window) {
            lost(arrival.bucket());
        } else {
            put(arrival);
        }
    }

    /** Forgets what nobody will ask for again. */
    final void tidy(long settled, int window) {
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
    }

    final void merge(Slot other) {
        join(other);
        since = Math.max(since, other.since);
        wholeFrom = Math.max(wholeFrom, other.wholeFrom);
    }

    /** Whether it is no longer what was read. */
    final boolean hasChanged() {
        return changed;
    }

    final void change() {
        changed = true;
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
    final long wholeSince() {
        return Math.max(since, wholeFrom == UNSET ? UNSET : grid.start(wholeFrom));
    }

    /**
     * As bytes.
     *
     * @param anchor a day not far away, counted from 1970-01-01
     */
    final byte[] toBytes(long anchor) {
        if (isEmpty() && since == UNSET && wholeFrom == UNSET) {
            return new byte[0];
        }
        BitWriter out = new BitWriter();
        long before = isEmpty() ? grid.ofDay(anchor) : first() - 1;
        out.number(BitWriter.unsigned(grid.ofDay(anchor) - before), FIRST_SCALE);
        out.flag(wholeFrom != UNSET);
        if (wholeFrom != UNSET) {
            out.number(BitWriter.unsigned(before - wholeFrom), WHOLE_SCALE);
        }
        out.flag(since != UNSET);
        if (since != UNSET) {
            out.number(BitWriter.unsigned(since - anchor * Grid.DAY), SINCE_SCALE);
        }
        writeEntries(out, before);
        return out.toBytes();
    }

    final void read(BitReader in, long anchor) {
        if (in.atEnd()) {
            return;
        }
        long before = grid.ofDay(anchor) - BitReader.signed(in.number(FIRST_SCALE));
        if (in.flag()) {
            wholeFrom = before - BitReader.signed(in.number(WHOLE_SCALE));
        }
        if (in.flag()) {
            since = BitReader.signed(in.number(SINCE_SCALE)) + anchor * Grid.DAY;
        }
        readEntries(in, before);
    }
}
