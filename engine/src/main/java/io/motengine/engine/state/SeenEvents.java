package io.motengine.engine.state;

import io.motengine.engine.record.Hashes;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Which events of this customer have been seen within the dedupe horizon.
 *
 * <p>An event is remembered as a 64-bit hash of source and id: with a thousand events of one customer in the horizon, two
 * distinct ones are confused with a chance below 3 in 100 million million.
 */
public final class SeenEvents {
    private long[] hashes = new long[0];
    private long[] times = new long[0];
    private int size;

    /** Whether the event was seen before. */
    public boolean contains(String source, String id) {
        long hash = Hashes.of(source, id);
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                return true;
            }
        }
        return false;
    }

    /** Remembers an event. Time is event time, epoch milliseconds. */
    public void add(String source, String id, long time) {
        add(Hashes.of(source, id), time);
    }

    /** Forgets the events with such times. */
    public void forget(LongPredicate old) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!old.test(times[i])) {
                hashes[kept] = hashes[i];
                times[kept] = times[i];
                kept++;
            }
        }
        size = kept;
    }

    public int size() {
        return size;
    }

    /** Remembers an event by its hash alone. */
    void add(long hash, long time) {
        room();
        hashes[size] = hash;
        times[size] = time;
        size++;
    }

    /** What two identities of one customer have seen. */
    void addAll(SeenEvents others) {
        for (int i = 0; i < others.size; i++) {
            add(others.hashes[i], others.times[i]);
        }
    }

    long hash(int index) {
        return hashes[index];
    }

    long time(int index) {
        return times[index];
    }

    private void room() {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(4, size * 2));
            times = Arrays.copyOf(times, Math.max(4, size * 2));
        }
    }
}
