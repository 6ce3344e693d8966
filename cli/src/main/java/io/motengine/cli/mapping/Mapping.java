package io.motengine.cli.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How rows of files become events: the content of a mapping file. {@link MappingCheck} says what must be there; here it could
 * not, because then a misspelt key would be reported as a missing one.
 *
 * @param zone in which dates without an offset are meant
 * @param from events before are left out and counted; null for no such bound
 * @param until events at or after are left out and counted; null for no such bound
 */
public record Mapping(ZoneId zone, Instant from, Instant until, List<FileMapping> files) {
    public Mapping {
        zone = zone == null ? ZoneId.of("UTC") : zone;
        files = files == null ? List.of() : List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param file its name, without folders
     * @param delimiter of CSV, {@code ,} unless said otherwise
     * @param quote of CSV, {@code "} unless said otherwise
     * @param columns names for a CSV file that does not begin with them
     * @param rows what to do with a row: the first entry whose conditions hold
     */
    public record FileMapping(
            String file,
            Format format,
            Character delimiter,
            Character quote,
            List<String> columns,
            List<Join> join,
            List<RowRule> rows) {
        public FileMapping {
            format = format == null ? Format.CSV : format;
            delimiter = delimiter == null ? Character.valueOf(',') : delimiter;
            quote = quote == null ? Character.valueOf('"') : quote;
            columns = columns == null ? null : List.copyOf(columns);
            join = join == null ? List.of() : List.copyOf(join);
            rows = rows == null ? List.of() : List.copyOf(rows);
        }
    }

    /** How a file is written. */
    public enum Format {
        CSV,
        JSONL
    }

    /**
     * Columns looked up in another CSV file, with a header, beside this one.
     *
     * @param on column that both have; its first row there counts
     * @param where conditions on the rows there
     * @param take columns to add, under their own names
     */
    public record Join(
            String file,
            Character delimiter,
            Character quote,
            String on,
            Map<String, List<String>> where,
            List<String> take) {
        public Join {
            delimiter = delimiter == null ? Character.valueOf(',') : delimiter;
            quote = quote == null ? Character.valueOf('"') : quote;
            where = where == null ? Map.of() : Map.copyOf(where);
            take = take == null ? List.of() : List.copyOf(take);
        }
    }

    /**
     * What to do with some rows: leave them out for a reason, or make an event.
     *
     * @param when columns and the values that they may have; empty for every row
     * @param skip why these rows are left out; null to make an event
     */
    public record RowRule(
            Map<String, List<String>> when,
            String skip,
            String event,
            Value id,
            Value source,
            Value subject,
            Time time,
            Map<String, Value> fields) {
        public RowRule {
            when = when == null ? Map.of() : Map.copyOf(when);
            fields = fields == null ? Map.of() : Map.copyOf(fields);
        }
    }

    /**
     * When the event happened.
     *
     * @param text the same for every row; null to take a column
     * @param format {@code unix-seconds}, {@code unix-millis}, {@code rfc3339}, or a pattern such as {@code yyyy-MM-dd HH:mm}
     * @param pivot first year that two digits can mean, such as 1900
     * @param at time of day where the pattern has none
     */
    public record Time(String text, String column, String format, Integer pivot, LocalTime at) {
        public Time {
            if ((text == null) == (column == null)) {
                throw new IllegalArgumentException(
                        "time: " + (text == null ? "neither" : "both") + " of text and column (expected: one of them)");
            }
        }
    }

    /**
     * One value: a text with columns in braces, or a column and what to make of it, or cases.
     *
     * @param values what the column's values mean; another value rejects the row unless {@code otherwise} is there
     * @param replace regular expressions applied before anything else
     * @param format of a date
     * @param pivot first year that two digits can mean
     * @param currency of an amount
     * @param cases the first whose conditions hold gives the value
     */
    public record Value(
            String text,
            String column,
            Map<String, String> values,
            String otherwise,
            List<Replace> replace,
            String format,
            Integer pivot,
            String currency,
            List<Case> cases) {
        public Value {
            values = values == null ? Map.of() : Map.copyOf(values);
            replace = replace == null ? List.of() : List.copyOf(replace);
            cases = cases == null ? List.of() : List.copyOf(cases);
            int given = (text == null ? 0 : 1) + (column == null ? 0 : 1) + (cases.isEmpty() ? 0 : 1);
            if (given != 1) {
                throw new IllegalArgumentException(
                        "value: " + given + " ways to get it (expected: one of text, column, cases)");
            }
        }

        /** A text with columns in braces. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Value of(String text) {
            return new Value(text, null, null, null, null, null, null, null, null);
        }
    }

    /** A value for rows that meet conditions; for every row without conditions. */
    public record Case(Map<String, List<String>> when, String value) {
        public Case {
            when = when == null ? Map.of() : Map.copyOf(when);
        }
    }

    /** A regular expression and what to put in its place, with {@code $1} for a group. */
    public record Replace(String pattern, String with) {}
}
