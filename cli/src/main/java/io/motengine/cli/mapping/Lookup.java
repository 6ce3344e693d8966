package io.motengine.cli.mapping;

import io.motengine.cli.Refusal;
import io.motengine.cli.mapping.Mapping.Join;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Columns from another file, by a column that both have. The other file is held in memory. */
final class Lookup {
    private final Join join;
    private final Map<String, Map<String, String>> byKey = new HashMap<>();

    private Lookup(Join join) {
        this.join = join;
    }

    /** @param folder in which the other file stands */
    static Lookup read(Join join, Path folder) {
        Path path = folder.resolve(join.file());
        Lookup lookup = new Lookup(join);
        try {
            new RowReader(path).readCsv(RowReader.csvFormat(join.delimiter(), join.quote()), null, lookup.collector());
        } catch (IOException e) {
            throw new Refusal(path + ": cannot be read (expected: a CSV file with the column " + join.on() + ")", e);
        }
        return lookup;
    }

    private RowReader.Sink collector() {
        return new RowReader.Sink() {
            @Override
            public void row(Row row) {
                collect(row);
            }

            @Override
            public void rejected(RejectedRow rejected) {
                throw new Refusal(rejected.getMessage());
            }
        };
    }

    private void collect(Row row) {
        if (row.meets(join.where())) {
            Map<String, String> taken = new HashMap<>();
            for (String column : join.take()) {
                taken.put(column, required(row, column));
            }
            byKey.putIfAbsent(required(row, join.on()), taken);
        }
    }

    private static String required(Row row, String column) {
        try {
            return row.value(column);
        } catch (RejectedRow e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    /** The row with the columns added. */
    Row join(Row row) throws RejectedRow {
        String key = row.value(join.on());
        Map<String, String> found = byKey.get(key);
        if (found == null) {
            throw new RejectedRow(
                    row,
                    "not in " + join.file(),
                    join.on() + ": \"" + key + "\" is not in " + join.file() + " (expected: one row with it"
                            + (join.where().isEmpty() ? ")" : " and " + join.where() + ")"));
        }
        Map<String, String> values = new LinkedHashMap<>(row.values());
        values.putAll(found);
        return new Row(row.file(), row.line(), values);
    }
}
