package io.motengine.cli.mapping;

import io.motengine.cli.mapping.Mapping.Value;
import io.motengine.schemas.money.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns a value of a row into what a field of an event holds. */
final class FieldReader {
    private static final String USUAL_DATE = "yyyy-MM-dd";
    private final String name;
    private final Class<?> type;
    private final Value value;
    private final Dates dates;

    FieldReader(String name, Class<?> type, Value value, ZoneId zone) {
        this.name = name;
        this.type = type;
        this.value = value;
        this.dates = new Dates(value.format() == null ? USUAL_DATE : value.format(), value.pivot(), zone, null);
    }

    /** The field's value; null where the row has none. */
    Object read(Row row) throws RejectedRow {
        String text = ValueReader.read(name, value, row);
        if (type == boolean.class) {
            return Boolean.parseBoolean(text);
        }
        if (type == List.class) {
            return text.isEmpty() ? List.of() : List.of(text.split("\\s*,\\s*"));
        }
        if (text.isEmpty()) {
            return null;
        }
        if (type == Money.class) {
            return money(row, text);
        }
        if (type == LocalDate.class) {
            return date(row, text);
        }
        return type.isEnum() ? constant(row, text) : text;
    }

    private Money money(Row row, String text) throws RejectedRow {
        if (value.currency() == null) {
            throw new RejectedRow(
                    row,
                    name + ": no currency",
                    name + ": no currency in the mapping (expected: a currency such as CNY)");
        }
        try {
            return Money.of(text, value.currency());
        } catch (ArithmeticException | IllegalArgumentException e) {
            String expected = "an amount in " + value.currency() + ")";
            throw new RejectedRow(row, name + ": not an amount", name + ": \"" + text + "\" (expected: " + expected);
        }
    }

    private LocalDate date(Row row, String text) throws RejectedRow {
        try {
            return dates.date(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw dates.rejected(row, name, text);
        }
    }

    private Object constant(Row row, String text) throws RejectedRow {
        for (Object constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        String expected =
                Arrays.stream(type.getEnumConstants()).map(FieldReader::word).collect(Collectors.joining(", "));
        throw new RejectedRow(
                row, name + ": unknown value", name + ": \"" + text + "\" (expected: one of " + expected + ")");
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
