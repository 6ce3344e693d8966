package io.motengine.cli.mapping;

import io.motengine.engine.release.Spelling;
import java.util.List;
import java.util.Map;

/**
 * One row of a file.
 *
 * @param line 1-based, where the row begins
 * @param values by column, without blanks around them
 */
record Row(String file, long line, Map<String, String> values) {
    /** Stands for the row's line where a file has no column that names its rows. */
    private static final String LINE = "#line";

    String where() {
        return file + ":" + line;
    }

    /** The column's value; empty if there is none. */
    String value(String column) throws RejectedRow {
        if (column.equals(LINE)) {
            return Long.toString(line);
        }
        String value = values.get(column);
        if (value == null) {
            throw new RejectedRow(
                    this,
                    "no column " + column,
                    "no column " + column + " (expected: " + Spelling.choices(column, values.keySet()) + ")");
        }
        return value;
    }

    /** Whether every column has one of its values; one that is not there counts as empty. */
    boolean meets(Map<String, List<String>> conditions) {
        return conditions.entrySet().stream()
                .allMatch(condition -> condition.getValue().contains(values.getOrDefault(condition.getKey(), "")));
    }
}
