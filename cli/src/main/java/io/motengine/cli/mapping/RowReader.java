package io.motengine.cli.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.cli.Refusal;
import io.motengine.cli.mapping.Mapping.FileMapping;
import io.motengine.cli.mapping.Mapping.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file row by row, each with the line it stands on. */
final class RowReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path path;
    private final String name;

    RowReader(Path path) {
        this.path = path;
        this.name = path.getFileName().toString();
    }

    /** Gives every row to the sink, and every row that cannot be read to its {@code rejected}. */
    void read(FileMapping file, Sink sink) {
        try {
            if (file.format() == Format.CSV) {
                readCsv(csvFormat(file.delimiter(), file.quote()), file.columns(), sink);
            } else {
                readJson(sink);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static CSVFormat csvFormat(char delimiter, char quote) {
        return CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote(quote)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
    }

    void readCsv(CSVFormat format, List<String> columns, Sink sink) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(path);
                CSVParser parser = CSVParser.parse(text, format)) {
            List<String> names = columns;
            long line = 0;
            for (CSVRecord fields : parser) {
                // The parser stands at the end of the row: where it begins is where the last one ended.
                long begins = line + 1;
                line = parser.getCurrentLineNumber();
                if (names == null) {
                    names = List.of(fields.values());
                    continue;
                }
                Row row = new Row(name, begins, named(names, fields));
                if (fields.size() == names.size()) {
                    sink.row(row);
                } else {
                    String expected = names.size() + " as there are columns)";
                    sink.rejected(new RejectedRow(
                            row, "wrong number of values", fields.size() + " values (expected: " + expected));
                }
            }
        }
    }

    private static Map<String, String> named(List<String> names, CSVRecord fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            values.put(names.get(i), fields.get(i));
        }
        return values;
    }

    private void readJson(Sink sink) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(path)) {
            long number = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Map<String, String> values = new LinkedHashMap<>();
                if (parse(line, values)) {
                    sink.row(new Row(name, number, values));
                } else {
                    sink.rejected(new RejectedRow(
                            new Row(name, number, values),
                            "not a JSON object",
                            "not JSON (expected: one object a line)"));
                }
            }
        }
    }

    private static boolean parse(String line, Map<String, String> values) {
        try {
            JsonNode node = JSON.readTree(line);
            node.properties()
                    .forEach(member -> values.put(
                            member.getKey(),
                            member.getValue().isNull()
                                    ? ""
                                    : member.getValue().asText().strip()));
            return node.isObject();
        } catch (IOException e) {
            return false;
        }
    }

    /** Where rows go. */
    interface Sink {
        void row(Row row) throws IOException;

        void rejected(RejectedRow rejected);
    }
}
