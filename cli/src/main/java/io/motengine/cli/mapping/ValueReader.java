package io.motengine.cli.mapping;

import io.motengine.cli.mapping.Mapping.Case;
import io.motengine.cli.mapping.Mapping.Replace;
import io.motengine.cli.mapping.Mapping.Value;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a value out of a row as text. */
final class ValueReader {
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    private ValueReader() {}

    /** The value; empty if the row has none. */
    static String read(String name, Value value, Row row) throws RejectedRow {
        if (value.text() != null) {
            return fill(value.text(), row);
        }
        if (!value.cases().isEmpty()) {
            for (Case each : value.cases()) {
                if (row.meets(each.when())) {
                    return each.value() == null ? "" : fill(each.value(), row);
                }
            }
            return otherwise(name, value, row, "no case", "a row that one of the cases is for");
        }
        String found = row.value(value.column());
        for (Replace replace : value.replace()) {
            found = found.replaceAll(replace.pattern(), replace.with());
        }
        if (value.values().isEmpty()) {
            return found;
        }
        String meant = value.values().get(found);
        return meant != null
                ? meant
                : otherwise(
                        name,
                        value,
                        row,
                        value.column() + " \"" + found + "\"",
                        "one of "
                                + String.join(", ", new TreeSet<>(value.values().keySet())));
    }

    private static String otherwise(String name, Value value, Row row, String found, String expected)
            throws RejectedRow {
        if (value.otherwise() == null) {
            throw new RejectedRow(row, name + ": unknown value", name + ": " + found + " (expected: " + expected + ")");
        }
        return fill(value.otherwise(), row);
    }

    private static String fill(String text, Row row) throws RejectedRow {
        Matcher matcher = COLUMN.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(row.value(matcher.group(1))));
        }
        return matcher.appendTail(filled).toString();
    }
}
