package io.motengine.cli.mapping;

import io.motengine.cli.mapping.Mapping.Time;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** Reads times and dates of one format. */
final class Dates {
    private static final int USUAL_PIVOT = 2000;
    private final String format;
    private final ZoneId zone;
    private final LocalTime at;
    private final DateTimeFormatter formatter;

    /** @param at time of day where the format has none; null for midnight */
    Dates(String format, Integer pivot, ZoneId zone, LocalTime at) {
        this.format = format;
        this.zone = zone;
        this.at = at == null ? LocalTime.MIDNIGHT : at;
        this.formatter = isNamed(format) ? null : formatter(format, pivot == null ? USUAL_PIVOT : pivot);
    }

    /** Throws IllegalArgumentException if nothing can be read by this format. */
    static void check(String format) {
        if (!isNamed(format)) {
            formatter(format, USUAL_PIVOT);
        }
    }

    private static boolean isNamed(String format) {
        return format.equals("unix-seconds") || format.equals("unix-millis") || format.equals("rfc3339");
    }

    /** A pattern's own two-digit years always mean 2000 to 2099: they are taken out of the pattern and put in by hand. */
    private static DateTimeFormatter formatter(String pattern, int pivot) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        String[] parts = pattern.replace("yyyy", "uuuu").split("yy", 2);
        builder.appendPattern(parts[0]);
        if (parts.length == 2) {
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, pivot).appendPattern(parts[1]);
        }
        return builder.toFormatter().withResolverStyle(ResolverStyle.STRICT);
    }

    Instant instant(String text) {
        return switch (format) {
            case "unix-seconds" -> Instant.ofEpochSecond(Long.parseLong(text));
            case "unix-millis" -> Instant.ofEpochMilli(Long.parseLong(text));
            case "rfc3339" -> OffsetDateTime.parse(text).toInstant();
            default -> {
                TemporalAccessor parsed = formatter.parse(text);
                LocalTime time = parsed.query(TemporalQueries.localTime());
                yield LocalDate.from(parsed)
                        .atTime(time == null ? at : time)
                        .atZone(zone)
                        .toInstant();
            }
        };
    }

    LocalDate date(String text) {
        return isNamed(format) ? LocalDate.ofInstant(instant(text), zone) : LocalDate.parse(text, formatter);
    }

    /** The time of a row. */
    Instant instant(Row row, Time time) throws RejectedRow {
        String text = time.text() == null ? row.value(time.column()) : time.text();
        try {
            return instant(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw rejected(row, "time", text);
        }
    }

    RejectedRow rejected(Row row, String name, String text) {
        return new RejectedRow(
                row, name + ": not a time", name + ": \"" + text + "\" (expected: a time as " + format + ")");
    }
}
