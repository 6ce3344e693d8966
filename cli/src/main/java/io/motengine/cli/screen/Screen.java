package io.motengine.cli.screen;

import java.io.PrintStream;
import java.util.List;

/** A part of the terminal that is written again in place. Plain ANSI; not thread-safe. */
public final class Screen {
    private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";
    private final PrintStream out;
    private final int columns;
    private int shown;

    /** @param columns of the terminal: a longer line would wrap and break the count of lines */
    public Screen(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    /** Replaces what was shown last. */
    public void show(List<String> lines) {
        StringBuilder text = new StringBuilder();
        if (shown > 0) {
            text.append("\u001b[").append(shown).append('A');
        }
        for (String line : lines) {
            text.append('\r')
                    .append(Width.cut(line, columns))
                    .append(CLEAR_TO_END_OF_LINE)
                    .append('\n');
        }
        out.print(text.append(CLEAR_BELOW));
        out.flush();
        shown = lines.size();
    }

    /** Leaves what is shown where it is; the next lines come below. */
    public void release() {
        shown = 0;
    }
}
