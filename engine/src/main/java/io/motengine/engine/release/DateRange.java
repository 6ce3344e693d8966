package io.motengine.engine.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;

/**
 * Days in a row, both ends included. In YAML {@code 2026-02-15..2026-02-23}, or {@code 2026-01-01} for one day.
 *
 * @param to never before {@code from}
 */
public record DateRange(LocalDate from, LocalDate to) {
    /** Longer ones are typing errors: nobody closes for a year. */
    private static final int LONGEST_DAYS = 366;

    public DateRange {
        if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw new IllegalArgumentException(
                    from + ".." + to + " (expected: the first day, then the last, at most a year apart)");
        }
    }

    /** From YAML. */
    @JsonCreator
    public static DateRange of(String text) {
        int dots = text.indexOf("..");
        try {
            return dots < 0
                    ? new DateRange(LocalDate.parse(text), LocalDate.parse(text))
                    : new DateRange(
                            LocalDate.parse(text.substring(0, dots)), LocalDate.parse(text.substring(dots + 2)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    text + " (expected: a day such as 2026-01-01, or 2026-02-15..2026-02-23)", e);
        }
    }

    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}
