package io.motengine.cli.screen;

import java.util.ArrayList;
import java.util.List;

/** Two blocks of lines side by side. */
public final class Columns {
    private Columns() {}

    /** The lines of both blocks beside each other, the left one {@code width} columns wide. */
    public static List<String> beside(List<String> left, List<String> right, int width) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String leftLine = i < left.size() ? left.get(i) : "";
            String rightLine = i < right.size() ? right.get(i) : "";
            lines.add((Width.left(leftLine, width) + rightLine).stripTrailing());
        }
        return lines;
    }
}
