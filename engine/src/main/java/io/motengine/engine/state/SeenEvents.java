package io.motengine.engine.state;

import java.util.Arrays;

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
        add(hash(source, id), time);
    }

    /** Forgets events older than {@code horizon}. */
    public void forgetBefore(long horizon) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (times[i] >= horizon) {
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

    /** FNV-1a over UTF-16 units, finished with the 64-bit mix of MurmurHash3. */
    static long hash(String source, String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < source.length(); i++) {
            hash = (hash ^ source.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ 0xffff) * 0x100000001b3L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
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
