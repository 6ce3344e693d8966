package io.motengine.bench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures in rows, the first column saying of what. */
public final class Table {
    private final String title;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String title, String... header) {
        this.title = title;
        this.header = List.of(header);
    }

    public Table row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells (expected: " + header.size() + ")");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? String.format("%,.1f", number) : text(cell));
        }
        rows.add(row);
        return this;
    }

    private static String text(Object cell) {
        return cell instanceof Number number ? String.format("%,d", number.longValue()) : String.valueOf(cell);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n");
        line(header, text);
        text.append("|---").append("|--:".repeat(header.size() - 1)).append("|\n");
        rows.forEach(row -> line(row, text));
        return text.toString();
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    Map<String, Object> json() {
        List<Map<String, String>> all = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, String> one = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                one.put(header.get(i), row.get(i));
            }
            all.add(one);
        }
        return Map.of("title", title, "rows", all);
    }
}
