package io.motengine.cli.demo;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.demo.Figures.Latency;
import io.motengine.cli.job.Tallies;
import io.motengine.cli.screen.Numbers;
import io.motengine.cli.screen.TextTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a demo leaves on the terminal when it has ended. */
final class Summary {
    private Summary() {}

    /** @param findings what went wrong, in sentences */
    static List<String> lines(Figures figures, Tallies tallies, Duration ran, int restarts, List<String> findings) {
        List<String> lines = new ArrayList<>();
        lines.add("Summary of " + Numbers.clock(ran));
        section(lines, "events", figures.events().all());
        lines.add("  decided %s + duplicates %s + skipped %s + dead letters %s = %s"
                .formatted(
                        count(tallies.decided()),
                        count(tallies.duplicates()),
                        count(tallies.skipped()),
                        count(tallies.deadLetters()),
                        count(tallies.ended())));
        section(lines, "moments", figures.moments().all());
        section(lines, "actions by channel", figures.actions().all());
        section(lines, "actions cancelled, by reason", figures.cancelled().all());
        section(
                lines,
                "candidates dropped, by layer and reason",
                figures.dropped().all());
        sectionIfAny(lines, "views of customers", figures.views().all());
        sectionIfAny(lines, "told to other customers", figures.told().all());
        section(lines, "dead letters", figures.deadLetters().all());
        stories(lines, figures.stories().lines());
        lines.add("");
        Latency latency = figures.latency();
        lines.add("event to action  p50 %d ms, p99 %d ms, max %d ms (%s actions measured)"
                .formatted(latency.p50(), latency.p99(), latency.max(), count(latency.count())));
        lines.add("job restarts     " + restarts);
        lines.add("seen again       "
                + (figures.repeats().total() == 0
                        ? "nothing"
                        : repeats(figures.repeats().all())));
        lines.add("");
        if (findings.isEmpty()) {
            lines.add("All well.");
        }
        findings.forEach(finding -> lines.add("Not well: " + finding));
        return lines;
    }

    private static void section(List<String> lines, String title, Map<String, Long> counts) {
        lines.add("");
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        lines.add(title + ": " + count(total));
        TextTable table = new TextTable();
        counts.forEach((name, number) -> table.row(name, count(number)));
        lines.addAll(table.lines());
    }

    private static void stories(List<String> lines, List<String> stories) {
        if (!stories.isEmpty()) {
            lines.add("");
            lines.addAll(stories);
        }
    }

    private static void sectionIfAny(List<String> lines, String title, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            section(lines, title, counts);
        }
    }

    private static String repeats(Map<String, Long> repeats) {
        return repeats.entrySet().stream()
                .map(entry -> count(entry.getValue()) + " x " + entry.getKey())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
