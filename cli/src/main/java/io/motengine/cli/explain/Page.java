package io.motengine.cli.explain;

import io.motengine.cli.screen.Width;
import java.util.ArrayList;
import java.util.List;

/** Lines with a label on the left, wrapped where the terminal ends. Text from records is made printable. */
final class Page {
    private static final String INDENT = "  ";
    private final int columns;
    private final int labels;
    private final List<String> lines = new ArrayList<>();

    /** @param labels how wide the column of labels is */
    Page(int columns, int labels) {
        this.columns = columns;
        this.labels = labels;
    }

    void line(String text) {
        wrap("", "", Width.printable(text));
    }

    void blank() {
        lines.add("");
    }

    /** Nothing if the text is empty. */
    void labelled(String label, String text) {
        if (!text.isEmpty()) {
            String margin = INDENT + " ".repeat(labels);
            wrap(INDENT + Width.left(label, labels), margin, Width.printable(text));
        }
    }

    void item(String head, String text) {
        wrap(INDENT + head, INDENT + " ".repeat(Width.of(head)), Width.printable(text));
    }

    private void wrap(String first, String next, String text) {
        StringBuilder line = new StringBuilder(first);
        int used = Width.of(first);
        for (String word : text.split("(?<= )|(?<=[，。；：、])", -1)) {
            if (used + Width.of(word.stripTrailing()) > columns && used > Width.of(next)) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(next);
                used = Width.of(next);
            }
            line.append(word);
            used += Width.of(word);
        }
        lines.add(line.toString().stripTrailing());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
