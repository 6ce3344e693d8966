package io.motengine.cli.replay;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.job.Tallies;
import io.motengine.cli.screen.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The account of a replay: every row and every event ends somewhere, and the sums show it. */
final class Account {
    private final List<RowAccount> files;
    private final Tallies tallies;
    private final boolean shared;

    /**
     * An account of some files.
     *
     * @param tallies of the job; null if the job is somebody else's
     * @param shared whether the topics hold events of others too
     */
    Account(List<RowAccount> files, Tallies tallies, boolean shared) {
        this.shared = shared;
        this.files = files;
        this.tallies = tallies;
    }

    boolean balances() {
        return files.stream().allMatch(RowAccount::balances)
                && (tallies == null || (shared ? others() >= 0 : others() == 0));
    }

    private long others() {
        return tallies.ended() - tallies.heard() - events();
    }

    private long events() {
        return files.stream().mapToLong(RowAccount::events).sum();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (RowAccount file : files) {
            lines.add(file.file());
            TextTable table = new TextTable().row("rows", count(file.rows())).row("events", count(file.events()));
            file.skipped().forEach((reason, rows) -> table.row("left out: " + reason, count(rows)));
            file.rejected().forEach((reason, rows) -> table.row("rejected: " + reason, count(rows)));
            lines.addAll(table.lines());
            file.examples().forEach(example -> lines.add("    " + example));
        }
        if (tallies != null) {
            job(lines);
        }
        return lines;
    }

    private void job(List<String> lines) {
        lines.add("job");
        lines.addAll(new TextTable()
                .row("decided", count(tallies.decided()))
                .row("duplicates", count(tallies.duplicates()))
                .row("skipped", count(tallies.skipped()))
                .row("dead letters", count(tallies.deadLetters()))
                .row("together", count(tallies.ended()))
                .row("events", count(events()))
                .lines());
        if (tallies.heard() > 0 || tallies.unheard() > 0) {
            lines.addAll(new TextTable()
                    .row("told by the job itself", count(tallies.heard()))
                    .row("told and not heard yet", count(tallies.unheard()))
                    .lines());
        }
        if (shared && others() > 0) {
            lines.addAll(
                    new TextTable().row("others on the topics", count(others())).lines());
        }
        section(lines, "skipped, by reason", tallies.under("skipped"));
        section(lines, "dead letters, by code", tallies.under("dead-letters"));
        section(lines, "moments", tallies.under("moments"));
        section(lines, "actions by channel", tallies.under("actions"));
        lines.add(
                balances()
                        ? "The account balances: decided + duplicates + skipped + dead letters = events"
                                + (tallies.heard() > 0 ? " + told by the job itself" : "")
                                + (others() > 0 ? " + others on the topics." : ".")
                        : "THE ACCOUNT DOES NOT BALANCE: " + count(events()) + " events, but " + count(tallies.ended())
                                + " decided, duplicates, skipped and dead letters.");
    }

    private static void section(List<String> lines, String title, Map<String, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        lines.add(title);
        TextTable table = new TextTable();
        counts.forEach((name, number) -> table.row(name, count(number)));
        lines.addAll(table.lines());
    }
}
