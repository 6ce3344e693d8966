package io.motengine.cli.screen;

import org.jline.utils.WCWidth;

/** Text measured in terminal columns: a Chinese character takes two. */
public final class Width {
    private Width() {}

    /** How many columns the text takes. */
    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    /** The text cut to so many columns, with an ellipsis where something is missing. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        int[] points = text.codePoints().toArray();
        for (int point : points) {
            if (used + of(point) > columns - 1) {
                break;
            }
            kept.appendCodePoint(point);
            used += of(point);
        }
        return columns < 1 ? "" : kept.append('…').toString();
    }

    /** The end of the text in so many columns, with an ellipsis before it where something is missing. */
    public static String tail(String text, int columns) {
        int[] points = text.codePoints().toArray();
        int from = points.length;
        int used = of(text) <= columns ? 0 : 1;
        while (from > 0 && used + of(points[from - 1]) <= columns) {
            used += of(points[--from]);
        }
        return from == 0 ? text : columns < 1 ? "" : "…" + new String(points, from, points.length - from);
    }

    /** The text cut or filled with blanks on the right to exactly so many columns. */
    public static String left(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(Math.max(0, columns - of(cut)));
    }

    /** The text cut or filled with blanks on the left to exactly so many columns. */
    public static String right(String text, int columns) {
        String cut = cut(text, columns);
        return " ".repeat(Math.max(0, columns - of(cut))) + cut;
    }

    /** Control characters take no column of their own, and must not reach the terminal from data. */
    public static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static int of(int point) {
        return Math.max(0, WCWidth.wcwidth(point));
    }
}
