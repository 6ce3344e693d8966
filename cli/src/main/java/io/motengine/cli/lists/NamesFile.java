package io.motengine.cli.lists;

import io.motengine.cli.Refusal;
import io.motengine.engine.release.Spelling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file of customer ids, one a row, as branches export it: with or without a header, with or without a byte-order mark. */
final class NamesFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String USUAL = "customer";
    private static final List<String> HEADERS = List.of(USUAL, "customer_id", "customerId", "customer id", "客户号");
    private static final int LONGEST_ID = 128;
    private static final CSVFormat FORMAT =
            CSVFormat.Builder.create().setTrim(true).setIgnoreEmptyLines(true).get();

    private final Path path;
    private final Charset charset;
    private final String column;

    /** @param column header of the column with ids; null to find it */
    NamesFile(Path path, Charset charset, String column) {
        this.path = path;
        this.charset = charset;
        this.column = column;
    }

    /** Where rows go; lines count from 1. */
    interface Sink {
        void customer(String id);

        /**
         * A row that is nobody's id.
         *
         * @param problem what was found and what was expected, with file and line
         */
        void refused(String problem);
    }

    /**
     * Gives every row to the sink.
     *
     * @throws Refusal if the file as a whole cannot be used
     */
    void read(Sink sink) {
        long line = 0;
        // A strict decoder: ids with a replacement character in them would be customers that nobody knows.
        try (BufferedReader text =
                        new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset.newDecoder()));
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            skipByteOrderMark(text);
            int index = -1;
            for (CSVRecord row : parser) {
                line = parser.getCurrentLineNumber();
                if (index < 0) {
                    index = headerIn(row, line);
                    if (index >= 0) {
                        continue;
                    }
                    index = 0;
                }
                take(row, index, line, sink);
            }
        } catch (NoSuchFileException e) {
            throw new Refusal(path + ": there is no such file (expected: a CSV file of customer ids)", e);
        } catch (IOException | UncheckedIOException e) {
            if (isCoding(e)) {
                throw new Refusal(
                        path + ", after line " + line + ": not " + charset
                                + " (expected: UTF-8, or the file's own character set with --charset, such as GBK)",
                        e);
            }
            throw new Refusal(path + ", after line " + line + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static boolean isCoding(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    /** The column with ids, if the first row is a header; -1 if it is a customer already. */
    private int headerIn(CSVRecord row, long line) {
        List<String> names = row.toList();
        if (column != null) {
            int index = names.indexOf(column);
            if (index < 0) {
                throw new Refusal(path + ":" + line + ": no column " + column + " (expected: "
                        + Spelling.choices(column, names) + ")");
            }
            return index;
        }
        for (int i = 0; i < names.size(); i++) {
            if (HEADERS.contains(names.get(i))) {
                return i;
            }
        }
        if (names.size() > 1) {
            throw new Refusal(path + ":" + line + ": which of the columns " + String.join(", ", names)
                    + " has the customer ids? (expected: a header " + USUAL + ", or --column)");
        }
        return -1;
    }

    private void take(CSVRecord row, int index, long line, Sink sink) {
        String id = index < row.size() ? row.get(index) : "";
        String where = path + ":" + line + ": ";
        if (id.isEmpty()) {
            sink.refused(where + "empty (expected: a customer id)");
        } else if (id.length() > LONGEST_ID) {
            sink.refused(where + id.length() + " characters (expected: a customer id of at most " + LONGEST_ID + ")");
        } else if (id.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            sink.refused(where + "\"" + id.replaceAll("\\s", " ") + "\" (expected: a customer id without spaces)");
        } else {
            sink.customer(id);
        }
    }
}
