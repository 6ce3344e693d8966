package io.motengine.engine.features;

import java.util.Arrays;

/** The smallest of some hashes, each once. */
final class SmallestHashes {
    /** So many are kept: one more than are counted exactly. */
    static final int MOST = DistinctValues.EXACT + 1;

    private final int[] rising = new int[MOST];
    private int size;

    void clear() {
        size = 0;
    }

    /** Whether a hash is among the smallest so far; takes it in if so. */
    boolean add(int hash) {
        int at = Arrays.binarySearch(rising, 0, size, hash);
        if (at >= 0) {
            return true;
        }
        int place = -at - 1;
        if (place == MOST) {
            return false;
        }
        size = Math.min(size + 1, MOST);
        System.arraycopy(rising, place, rising, place + 1, size - place - 1);
        rising[place] = hash;
        return true;
    }

    /** The largest of those that are kept; not if there is none. */
    int last() {
        return rising[size - 1];
    }
}
