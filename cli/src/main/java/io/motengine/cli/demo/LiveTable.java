package io.motengine.cli.demo;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.screen.Columns;
import io.motengine.cli.screen.Numbers;
import io.motengine.cli.screen.TextTable;
import io.motengine.cli.screen.Width;
import io.motengine.schemas.action.ActionIssued;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws {@link DemoView} as lines of text. */
final class LiveTable {
    private static final DateTimeFormatter SIMULATED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    /** The table keeps its height, so that nothing below it jumps. */
    private static final int ROWS = 6;

    private LiveTable() {}

    static List<String> draw(DemoView view, int columns) {
        List<String> lines = new ArrayList<>();
        lines.add(view.title());
        lines.add("");
        lines.addAll(Columns.beside(left(view), right(view), 36));
        lines.add("");
        lines.addAll(
                Columns.beside(counts("moments", view.moments()), counts("actions by channel", view.actions()), 44));
        lines.add("");
        lines.add("latest actions");
        for (int i = 0; i < ROWS; i++) {
            lines.add(i < view.latest().size() ? action(view, view.latest().get(i)) : "");
        }
        if (!view.stories().isEmpty()) {
            lines.add("");
        }
        // The end of a story is what is new about it.
        view.stories().forEach(story -> lines.add(story(story, columns)));
        return lines.stream().map(line -> Width.cut(line, columns)).toList();
    }

    private static String story(String story, int columns) {
        int course = story.indexOf(": ") + 2;
        return story.substring(0, course) + Width.tail(story.substring(course), columns - course);
    }

    /** The same in one line, for what is not a terminal. */
    static String line(DemoView view) {
        return "%s  simulated %s  events %s (%s/s)  moments %s  actions %s  dead letters %s  p50 %d ms  p99 %d ms  job %s"
                .formatted(
                        Numbers.clock(view.uptime()),
                        SIMULATED.format(view.simulated().atZone(view.zone())),
                        count(view.events()),
                        count(view.eventsPerSecond()),
                        count(sum(view.moments())),
                        count(sum(view.actions())),
                        count(view.deadLetters()),
                        view.latency().p50(),
                        view.latency().p99(),
                        job(view));
    }

    private static List<String> left(DemoView view) {
        return new TextTable()
                .row("events", count(view.events()))
                .row("events/s", count(view.eventsPerSecond()))
                .row("duplicates", view.duplicates() < 0 ? "-" : count(view.duplicates()))
                .row("dead letters", count(view.deadLetters()))
                .lines();
    }

    private static List<String> right(DemoView view) {
        return new TextTable()
                .row("bank time", SIMULATED.format(view.simulated().atZone(view.zone())))
                .row("job", job(view))
                .row("uptime", Numbers.clock(view.uptime()))
                .row(
                        "event to action",
                        "p50 " + view.latency().p50() + " ms, p99 "
                                + view.latency().p99() + " ms")
                .lines();
    }

    private static String job(DemoView view) {
        String restarts = view.restarts() == 0
                ? ""
                : " (restarted " + view.restarts() + (view.restarts() == 1 ? " time)" : " times)");
        return view.job() + restarts;
    }

    private static List<String> counts(String title, Map<String, Long> counts) {
        TextTable table = new TextTable();
        counts.entrySet().stream().limit(ROWS).forEach(entry -> table.row(entry.getKey(), count(entry.getValue())));
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.addAll(table.lines());
        while (lines.size() <= ROWS) {
            lines.add("");
        }
        return lines;
    }

    private static String action(DemoView view, ActionIssued action) {
        return "  %s  %s  %s  %s"
                .formatted(
                        HOUR.format(action.time().atZone(view.zone())),
                        action.customer(),
                        Width.left(action.channel(), 8),
                        Width.printable(words(action)));
    }

    private static String words(ActionIssued action) {
        String title = action.content().title();
        return (title == null ? "" : title + ": ") + action.content().body();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
