package io.motengine.jobs.config;

import java.time.Duration;

/** Defaults and bounds of single settings. Messages name the setting, what was found and what was expected. */
final class Checks {
    private Checks() {}

    static String text(String name, String value, String fallback) {
        if (value == null) {
            return fallback;
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": empty (expected: text such as " + fallback + ")");
        }
        return value;
    }

    static Duration positive(String name, Duration value, Duration fallback) {
        Duration chosen = value == null ? fallback : value;
        if (chosen.isZero() || chosen.isNegative()) {
            throw new IllegalArgumentException(name + ": " + chosen.toMillis() + "ms (expected: more than 0)");
        }
        return chosen;
    }

    static Duration notNegative(String name, Duration value, Duration fallback) {
        Duration chosen = value == null ? fallback : value;
        if (chosen.isNegative()) {
            throw new IllegalArgumentException(name + ": " + chosen.toMillis() + "ms (expected: 0 or more)");
        }
        return chosen;
    }

    static Integer notNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0 or more)");
        }
        return value;
    }

    static Integer atLeastOne(String name, Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 1 or more)");
        }
        return value;
    }
}
