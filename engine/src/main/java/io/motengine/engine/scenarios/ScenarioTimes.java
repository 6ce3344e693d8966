package io.motengine.engine.scenarios;

import io.motengine.engine.time.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times that authors write; without an offset they are in the bank's zone. */
final class ScenarioTimes {
    private static final Pattern PART = Pattern.compile("\\d+[smhd]");
    private static final Pattern AFTER = Pattern.compile("[+-]?(?:\\d+[smhd])+");

    private final ZoneId zone;

    ScenarioTimes(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 2026-03-10T09:50+08:00}, {@code 2026-03-10T09:50} or {@code 2026-03-10}. */
    Instant at(String text) {
        String found = text.strip().replace(' ', 'T');
        try {
            if (found.length() == 10) {
                return LocalDate.parse(found).atStartOfDay(zone).toInstant();
            }
            return found.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && found.indexOf('T') > 0 && hasOffset(found)
                    ? OffsetDateTime.parse(found).toInstant()
                    : LocalDateTime.parse(found).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "at: " + text + " (expected: a time such as 2026-03-10T09:50+08:00, or without the offset in "
                            + zone + ")",
                    e);
        }
    }

    private static boolean hasOffset(String time) {
        String clock = time.substring(time.indexOf('T'));
        return clock.indexOf('Z') > 0 || clock.indexOf('+') > 0 || clock.indexOf('-') > 0;
    }

    /** {@code +2h}, {@code +1d12h}, {@code -5m}. */
    static Duration after(String text) {
        String found = text.strip();
        if (!AFTER.matcher(found).matches()) {
            throw new IllegalArgumentException(
                    "after: " + text + " (expected: how much later, such as +90s, +10m, +2h or +1d12h)");
        }
        Duration all = Duration.ZERO;
        Matcher part = PART.matcher(found);
        while (part.find()) {
            all = all.plus(Durations.parse(part.group()));
        }
        return found.startsWith("-") ? all.negated() : all;
    }
}
