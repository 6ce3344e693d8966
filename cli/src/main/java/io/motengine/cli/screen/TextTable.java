package io.motengine.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, as wide as their widest cell: a column of figures only stands to the right, any other to the left. */
public final class TextTable {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; all rows have as many cells. */
    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** One line for each row, each indented by two blanks. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(GAP);
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                int width = width(column);
                line.append(column == 0 ? "" : GAP)
                        .append(isFigures(column) ? Width.right(cell, width) : Width.left(cell, width));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> Width.of(row.get(column))).max().orElse(0);
    }

    private boolean isFigures(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(TextTable::isFigure);
    }

    private static boolean isFigure(String cell) {
        return cell.equals("-") || (!cell.isEmpty() && cell.chars().allMatch(c -> Character.isDigit(c) || c == ','));
    }
}
