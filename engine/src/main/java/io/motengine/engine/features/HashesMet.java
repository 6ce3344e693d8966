package io.motengine.engine.features;

/** A set of hashes that are not negative: an open table, which a hash is its own place in. */
final class HashesMet {
    private static final int LEAST = 16;

    /** Each hash plus one; zero where there is none. At most half are taken, so that a free place is near. */
    private final int[] places;

    /** For so many at most. */
    HashesMet(int most) {
        places = new int[Math.max(LEAST, Integer.highestOneBit(Math.max(1, most)) * 4)];
    }

    /** Whether it is new here. */
    boolean add(int hash) {
        int at = hash & (places.length - 1);
        while (places[at] != 0) {
            if (places[at] == hash + 1) {
                return false;
            }
            at = (at + 1) & (places.length - 1);
        }
        places[at] = hash + 1;
        return true;
    }
}
