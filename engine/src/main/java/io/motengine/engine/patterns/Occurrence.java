package io.motengine.engine.patterns;

import io.motengine.engine.record.Hashes;

/**
 * An event, as far as one pattern looks at it.
 *
 * <p>Occurrences are ordered by time and, in the same millisecond, by the hash of the event's source and id: an order that the
 * order of arrival has no say in.
 *
 * @param time epoch milliseconds
 * @param hash 32 bits: it is asked for only between events of one millisecond
 * @param key value of the correlating member; empty if the pattern has none
 * @param matched {@link #UNLESS}, and a bit for each declared step from {@link #FIRST_STEP} up
 * @param instance the event as {@code source/id}; null unless it may begin a chain
 */
record Occurrence(long time, int hash, String key, int matched, String instance) implements Comparable<Occurrence> {
    static final int UNLESS = 1;
    static final int FIRST_STEP = 2;

    static Occurrence of(long time, String key, int matched, String instance) {
        return of(time, hash(instance), key, matched, instance);
    }

    /** @param hash of the instance, for whoever asks more than once */
    static Occurrence of(long time, int hash, String key, int matched, String instance) {
        boolean begins = (matched & FIRST_STEP) != 0;
        return new Occurrence(time, hash, key, matched, begins ? instance : null);
    }

    static int hash(String instance) {
        return Hashes.of32(instance);
    }

    boolean prevents() {
        return (matched & UNLESS) != 0;
    }

    /** Whether it is an event of the declared step, from 0. */
    boolean does(int declaredStep) {
        return (matched & FIRST_STEP << declaredStep) != 0;
    }

    @Override
    public int compareTo(Occurrence other) {
        int order = Long.compare(time, other.time);
        return order != 0 ? order : Integer.compare(hash, other.hash);
    }
}
