package io.motengine.cli.mapping;

import java.util.Collection;
import java.util.Comparator;

/** Suggests what was probably meant. */
public final class Spelling {
    private static final int FARTHEST = 3;

    private Spelling() {}

    /** The choices as words for a person, the nearest to what was found first. */
    public static String choices(String found, Collection<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(choice -> distance(found, choice)))
                .filter(choice -> distance(found, choice) <= FARTHEST)
                .map(choice -> "did you mean " + choice + "? ")
                .orElse("");
        return nearest + "one of " + String.join(", ", known);
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
