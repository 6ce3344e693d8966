package io.motengine.jobs.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the key that somebody probably meant. */
final class Spelling {
    private static final int FAR = 3;

    private Spelling() {}

    static Optional<String> nearest(String written, List<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(key -> distance(lower, key.toLowerCase(Locale.ROOT)) <= FAR)
                .min(Comparator.comparingInt(key -> distance(lower, key.toLowerCase(Locale.ROOT))));
    }

    /** Levenshtein distance. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
