package io.motengine.engine.patterns;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One completion of a pattern. An event begins one at most, so that key and instance say which it is; its time may yet move as
 * late events come.
 *
 * @param key value of the correlating member; empty if the pattern has none
 * @param instance the event that began it, as {@code source/id}
 * @param at epoch milliseconds
 */
record Completion(String key, String instance, long at) {
    private static final Comparator<Completion> IDENTITY =
            Comparator.comparing(Completion::key).thenComparing(Completion::instance);

    /** Stays empty; one of {@link java.util.Collections} could not even be asked, for completions have no order of their own. */
    static final SortedSet<Completion> NONE = Collections.unmodifiableSortedSet(set());

    /** An empty set to which two completions are the same if key and instance are. */
    static SortedSet<Completion> set() {
        return new TreeSet<>(IDENTITY);
    }
}
