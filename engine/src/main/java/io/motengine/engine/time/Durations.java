package io.motengine.engine.time;

import java.time.Duration;

/** Durations as they stand in a release: {@code 90s}, {@code 10m}, {@code 24h}, {@code 30d}. */
public final class Durations {
    private Durations() {}

    /**
     * A duration from its text.
     *
     * @throws IllegalArgumentException saying what was found and what was expected
     */
    public static Duration parse(String text) {
        String found = text.strip();
        try {
            long number = Long.parseLong(found.substring(0, found.length() - 1));
            return switch (found.charAt(found.length() - 1)) {
                case 's' -> Duration.ofSeconds(number);
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                case 'd' -> Duration.ofDays(number);
                default -> throw new NumberFormatException(found);
            };
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(found + " (expected: a duration such as 90s, 10m, 24h or 30d)", e);
        }
    }
}
