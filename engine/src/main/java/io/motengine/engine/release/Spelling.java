package io.motengine.engine.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Suggests what was probably meant. */
public final class Spelling {
    private static final int FARTHEST = 3;

    private Spelling() {}

    /** The choices as words for a person, the nearest to what was found first; a list in its own order, anything else sorted. */
    public static String choices(String found, Collection<String> known) {
        Collection<String> ordered = known instanceof List<String> ? known : new TreeSet<>(known);
        return suggestion(found, ordered)
                + (ordered.isEmpty() ? "none is declared" : "one of " + String.join(", ", ordered));
    }

    /** {@code did you mean …? } if one of the words is near enough, else nothing. */
    public static String suggestion(String found, Collection<String> known) {
        return nearest(found, known).map(word -> "did you mean " + word + "? ").orElse("");
    }

    /** The known word that what was found is probably a slip of: a few letters off, and not most of them. */
    public static Optional<String> nearest(String found, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String word) -> distance(found, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(found, word) <= Math.min(FARTHEST, word.length() / 2));
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
