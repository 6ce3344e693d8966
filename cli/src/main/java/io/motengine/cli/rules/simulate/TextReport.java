package io.motengine.cli.rules.simulate;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.screen.TextTable;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The short of it, for a terminal. */
final class TextReport {
    private static final int MOST = 15;

    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    void print(Report report) {
        Figures figures = report.figures();
        counted("left out", report.recording().leftOut());
        counted("broken", report.recording().broken());
        report.recording().examples().forEach(example -> out.println("  " + example));
        counted("skipped", report.simulated().skipped());
        out.println();
        TextTable table = new TextTable()
                .row(
                        "strategy",
                        "candidates",
                        "dropped",
                        "deferred",
                        "withheld",
                        "denied",
                        "issued",
                        "mostly dropped for");
        figures.strategies()
                .forEach((strategy, funnel) -> table.row(
                        strategy,
                        count(funnel.candidates()),
                        count(funnel.dropped().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()),
                        count(funnel.deferred()),
                        count(funnel.withheld()),
                        count(funnel.denied()),
                        count(funnel.issued()),
                        funnel.dropped().entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .map(Map.Entry::getKey)
                                .orElse("")));
        table.lines().forEach(out::println);
        out.println();
        TextTable channels = new TextTable().row("channel", "actions", "busiest day", "capacity", "of");
        report.channels()
                .forEach(load -> channels.row(
                        load.channel(),
                        count(load.actions()),
                        count(load.busiest()),
                        load.capacity() == null ? "-" : count(load.capacity()),
                        load.per()));
        channels.lines().forEach(out::println);
        out.println();
        out.println("%s actions, %s in all; contacts per customer: %s"
                .formatted(count(figures.actions()), figures.cost().toPlainString(), report.contacts()));
        figures.quarantined()
                .forEach((rule, times) -> out.println("rule \"" + rule + "\" failed " + count(times) + " times"));
        if (report.comparison() != null) {
            print(report.comparison());
        }
    }

    private void counted(String what, Map<String, Long> counts) {
        counts.forEach((reason, count) -> out.println(what + ": " + reason + " " + count(count)));
    }

    private void print(Comparison comparison) {
        out.println();
        out.println("against release %s: %s customers gain an action, %s lose one, %s get another"
                .formatted(
                        comparison.before().release().id(),
                        count(comparison.gaining()),
                        count(comparison.losing()),
                        count(comparison.changing())));
        List<Comparison.Group> groups = comparison.groups().stream()
                .sorted(Comparator.comparingLong(Comparison.Group::size).reversed())
                .toList();
        for (Comparison.Group group : groups.subList(0, Math.min(MOST, groups.size()))) {
            String change = group.from().isEmpty()
                    ? group.to()
                    : group.to().isEmpty() ? group.from() : group.from() + " -> " + group.to();
            out.println("  %s %s %s (%s)".formatted(count(group.size()), group.what(), change, group.why()));
            group.examples().stream()
                    .limit(1)
                    .forEach(example -> out.println("      such as %s at %s, %s"
                            .formatted(example.customer(), example.time(), example.moment())));
        }
        if (groups.size() > MOST) {
            out.println("  and " + (groups.size() - MOST) + " more in the report");
        }
    }
}
