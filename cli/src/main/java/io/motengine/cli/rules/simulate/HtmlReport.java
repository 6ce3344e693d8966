package io.motengine.cli.rules.simulate;

import static io.motengine.cli.screen.Numbers.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for people: one page that needs nothing else, neither scripts nor the net. */
final class HtmlReport {
    private HtmlReport() {}

    static String of(Report report) {
        Html html = new Html("Simulation of " + report.simulated().release().id());
        Figures figures = report.figures();
        html.tiles(Map.of(
                "events decided", count(report.simulated().events()),
                "customers", count(report.simulated().customers()),
                "actions", count(figures.actions()),
                "called back", count(figures.cancelled()),
                "cost",
                        figures.cost().toPlainString() + " "
                                + report.simulated().release().currency().code()));
        if (report.comparison() != null) {
            comparison(html, report);
        }
        html.heading("Moments");
        html.bars(figures.moments());
        html.heading("From candidate to action");
        html.legend(List.of("issued", "withheld", "denied", "dropped"));
        funnels(html, figures);
        html.heading("Why candidates were dropped");
        reasons(html, figures);
        html.heading("Channels against capacity");
        channels(html, report);
        html.heading("Actions by tier");
        html.bars(figures.tiers());
        html.heading("Actions by branch");
        html.bars(figures.branches());
        html.heading("Marketing contacts per customer");
        html.bars(report.contacts());
        return html.end();
    }

    private static void funnels(Html html, Figures figures) {
        long most = figures.strategies().values().stream()
                .mapToLong(HtmlReport::all)
                .max()
                .orElse(1);
        List<List<String>> rows = new ArrayList<>();
        figures.strategies()
                .forEach((strategy, funnel) -> rows.add(List.of(
                        Html.text(strategy),
                        Html.number(funnel.candidates()),
                        Html.stack(
                                List.of(funnel.issued(), funnel.withheld(), funnel.denied(), dropped(funnel)),
                                Math.max(1, most)),
                        Html.number(funnel.issued()),
                        Html.number(funnel.withheld()),
                        Html.number(funnel.denied()),
                        Html.number(dropped(funnel)),
                        Html.number(funnel.deferred()),
                        "<td class=n>" + funnel.cost().toPlainString() + "</td>")));
        html.table(
                List.of("strategy", "candidates", "", "issued", "withheld", "denied", "dropped", "had to wait", "cost"),
                rows);
    }

    private static long dropped(Figures.Funnel funnel) {
        return funnel.dropped().values().stream().mapToLong(Long::longValue).sum();
    }

    private static long all(Figures.Funnel funnel) {
        return funnel.issued() + funnel.withheld() + funnel.denied() + dropped(funnel);
    }

    private static void reasons(Html html, Figures figures) {
        List<List<String>> rows = new ArrayList<>();
        figures.strategies()
                .forEach((strategy, funnel) -> funnel.dropped().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .forEach(reason -> {
                            String[] parts = reason.getKey().split("/", 2);
                            rows.add(List.of(
                                    Html.text(strategy),
                                    Html.text(parts[0]),
                                    Html.text(parts[1]),
                                    Html.number(reason.getValue())));
                        }));
        html.table(List.of("strategy", "layer", "reason", "times"), rows);
    }

    private static void channels(Html html, Report report) {
        long most = report.channels().stream()
                .mapToLong(load -> Math.max(load.busiest(), load.capacity() == null ? 0 : load.capacity()))
                .max()
                .orElse(1);
        html.table(
                List.of("channel", "actions", "busiest day", "", "capacity", "of", "which day"),
                report.channels().stream()
                        .map(load -> List.of(
                                Html.text(load.channel()),
                                Html.number(load.actions()),
                                Html.number(load.busiest()),
                                Html.against(load.busiest(), load.capacity(), Math.max(1, most)),
                                load.capacity() == null ? "<td class=n>-</td>" : Html.number(load.capacity()),
                                Html.text(load.per()),
                                Html.text(load.when())))
                        .toList());
    }

    private static void comparison(Html html, Report report) {
        Comparison comparison = report.comparison();
        html.heading("Against release " + comparison.before().release().id());
        html.tiles(Map.of(
                "customers gain an action", count(comparison.gaining()),
                "customers lose one", count(comparison.losing()),
                "customers get another", count(comparison.changing()),
                "actions before", count(comparison.before().results().figures().actions())));
        html.table(
                List.of("times", "what", "before", "after", "why", "for example"),
                comparison.groups().stream()
                        .sorted(Comparator.comparingLong(Comparison.Group::size).reversed())
                        .map(group -> List.of(
                                Html.number(group.size()),
                                Html.text(group.what()),
                                Html.text(group.from()),
                                Html.text(group.to()),
                                Html.text(group.why()),
                                "<td>"
                                        + group.examples().stream()
                                                .map(example -> Html.escaped(example.customer() + ", " + example.time()
                                                        + ": " + example.detail()))
                                                .collect(Collectors.joining("<br>"))
                                        + "</td>"))
                        .toList());
    }
}
