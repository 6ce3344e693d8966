package io.motengine.engine.state;

import io.motengine.engine.record.Hashes;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Which events of this customer have been seen within the dedupe horizon.
 *
 * <p>An event is remembered as 48 bits of a hash of source and id: with n events in the horizon, a new one is taken for one of them
 * with a chance of n in 2^48, which is 4 in 10^12 for a thousand, and stays below 1 in 10^9 up to 280,000. Times are kept in whole
 * minutes, rounded up: nothing is forgotten before its time.
 */
public final class SeenEvents {
    private static final long MINUTE = 60_000;

    private long[] hashes = new long[0];
    private long[] minutes = new long[0];
    private int size;

    /** Whether the event was seen before. */
    public boolean contains(String source, String id) {
        long hash = hash(source, id);
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                return true;
            }
        }
        return false;
    }

    /** Remembers an event. Time is event time, epoch milliseconds. */
    public void add(String source, String id, long time) {
        add(hash(source, id), minute(time));
    }

    /** The time as it is remembered: the end of its minute, epoch milliseconds. */
    public static long remembered(long time) {
        return minute(time) * MINUTE;
    }

    private static long minute(long time) {
        return -Math.floorDiv(-time, MINUTE);
    }

    /** Forgets the events with such times, as they are {@link #remembered}. */
    public void forget(LongPredicate old) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!old.test(minutes[i] * MINUTE)) {
                hashes[kept] = hashes[i];
                minutes[kept] = minutes[i];
                kept++;
            }
        }
        size = kept;
    }

    public int size() {
        return size;
    }

    /** As records of version 1 had it, with the whole hash. */
    void addOld(long hash, long time) {
        add(hash >>> 16, -Math.floorDiv(-time, MINUTE));
    }

    /** What two identities of one customer have seen. */
    void addAll(SeenEvents others) {
        for (int i = 0; i < others.size; i++) {
            add(others.hashes[i], others.minutes[i]);
        }
    }

    /** Minutes count from the anchor, then from the event before. */
    void write(long anchor, RecordWriter out) {
        out.number(size);
        long before = Math.floorDiv(anchor, MINUTE);
        for (int i = 0; i < size; i++) {
            out.hash48(hashes[i]);
            out.signed(minutes[i] - before);
            before = minutes[i];
        }
    }

    void read(long anchor, RecordReader in) {
        long before = Math.floorDiv(anchor, MINUTE);
        int count = in.count();
        // The event for which the record is read comes to these.
        hashes = new long[count + 1];
        minutes = new long[count + 1];
        for (int left = count; left > 0; left--) {
            long hash = in.hash48();
            before += in.signed();
            add(hash, before);
        }
    }

    private void add(long hash, long minute) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(4, size * 2));
            minutes = Arrays.copyOf(minutes, Math.max(4, size * 2));
        }
        hashes[size] = hash;
        minutes[size] = minute;
        size++;
    }

    private static long hash(String source, String id) {
        return Hashes.of(source, id) >>> 16;
    }
}
