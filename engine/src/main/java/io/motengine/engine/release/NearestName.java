package io.motengine.engine.release;

import java.util.Collection;
import java.util.Comparator;

/** Finds what was probably meant by a misspelt name. */
final class NearestName {
    private static final int FARTHEST = 3;

    private NearestName() {}

    /** "did you mean …? " if one of the names is near enough, else nothing. */
    static String suggestion(String found, Collection<String> names) {
        return names.stream()
                .min(Comparator.<String>comparingInt(name -> distance(found, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(found, name) <= Math.min(FARTHEST, found.length() / 2))
                .map(name -> "did you mean " + name + "? ")
                .orElse("");
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
