package io.motengine.cli.rules.simulate;

import static io.motengine.cli.screen.Numbers.count;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes a page with tables and bars. All text is escaped. */
final class Html {
    private static final int WIDTH = 320;
    private static final List<String> COLOURS = List.of("#2a7f62", "#8a6fb0", "#c98a1b", "#c9ced6");

    private final StringBuilder page = new StringBuilder();

    Html(String title) {
        page.append("<!doctype html><html lang=en><meta charset=utf-8><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append("body{font:15px/1.5 system-ui,sans-serif;margin:2em auto;max-width:1200px;padding:0"
                        + " 1em;color:#1d2530}")
                .append("table{border-collapse:collapse;margin:.5em 0}td,th{padding:.2em .8em .2em"
                        + " 0;text-align:left;vertical-align:top}")
                .append("tr+tr{border-top:1px solid #e3e6ea}.n{text-align:right;font-variant-numeric:tabular-nums}")
                .append(".t{display:inline-block;margin:.5em 2em .5em 0}.t b{display:block;font-size:1.6em}")
                .append("i{display:inline-block;width:.8em;height:.8em;margin:0 .4em 0 1em}")
                .append("</style><h1>")
                .append(escaped(title))
                .append("</h1>");
    }

    void heading(String text) {
        page.append("<h2>").append(escaped(text)).append("</h2>");
    }

    void tiles(Map<String, String> figures) {
        new TreeMap<>(figures)
                .forEach((name, figure) -> page.append("<div class=t><b>")
                        .append(escaped(figure))
                        .append("</b>")
                        .append(escaped(name))
                        .append("</div>"));
    }

    void legend(List<String> names) {
        page.append("<p>");
        for (int i = 0; i < names.size(); i++) {
            page.append("<i style=\"background:")
                    .append(COLOURS.get(i))
                    .append("\"></i>")
                    .append(escaped(names.get(i)));
        }
        page.append("</p>");
    }

    void bars(Map<String, Long> counts) {
        long most = Math.max(
                1, counts.values().stream().mapToLong(Long::longValue).max().orElse(1));
        table(
                List.of("", "", ""),
                counts.entrySet().stream()
                        .map(entry -> List.of(
                                text(entry.getKey()), stack(List.of(entry.getValue()), most), number(entry.getValue())))
                        .toList());
    }

    /** @param rows cells as this class makes them */
    void table(List<String> heads, List<List<String>> rows) {
        page.append("<table>");
        if (heads.stream().anyMatch(head -> !head.isEmpty())) {
            page.append("<tr>");
            heads.forEach(head -> page.append("<th>").append(escaped(head)).append("</th>"));
            page.append("</tr>");
        }
        rows.forEach(row -> page.append("<tr>").append(String.join("", row)).append("</tr>\n"));
        page.append("</table>");
    }

    String end() {
        return page.append("</html>\n").toString();
    }

    static String text(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    static String number(long number) {
        return "<td class=n>" + count(number) + "</td>";
    }

    /** Counts side by side; {@code most} is as wide as it gets. */
    static String stack(List<Long> counts, long most) {
        StringBuilder bar = new StringBuilder(svg());
        double x = 0;
        for (int i = 0; i < counts.size(); i++) {
            double width = (double) WIDTH * counts.get(i) / most;
            bar.append(rectangle(x, width, COLOURS.get(i)));
            x += width;
        }
        return bar.append("</svg></td>").toString();
    }

    /** A count, and a line where its limit is. */
    static String against(long number, Integer limit, long most) {
        double width = (double) WIDTH * number / most;
        String colour = limit != null && number > limit ? "#b3261e" : COLOURS.get(0);
        String line = limit == null ? "" : rectangle((double) WIDTH * limit / most - 1, 2, "#1d2530");
        return svg() + rectangle(0, width, colour) + line + "</svg></td>";
    }

    private static String svg() {
        return "<td><svg width=" + WIDTH + " height=14 role=img>";
    }

    private static String rectangle(double x, double width, String colour) {
        return String.format(
                Locale.ROOT, "<rect x=\"%.1f\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>", x, width, colour);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
