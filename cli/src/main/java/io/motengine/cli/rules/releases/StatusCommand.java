package io.motengine.cli.rules.releases;

import io.motengine.cli.screen.TextTable;
import io.motengine.cli.screen.Width;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseStatus;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mot rules status}. */
@Command(
        name = "status",
        description = "Says which release decides, what is to come, and how far each task of the job is.")
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReleaseHistory history = new ReleaseTopic(broker.address()).history();
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        LineUp live = history.live(now);
        out.println("live      " + named(live.live())
                + (live.order() == null ? "" : ", for events from " + live.from() + " on"));
        if (live.canary() != null) {
            out.println("canary    " + live.canary() + " for " + live.share() / 100.0 + "% of customers");
        }
        if (live.shadow() != null) {
            out.println("shadow    " + live.shadow());
        }
        history.pending(now)
                .forEach(lineUp -> out.println("to come   " + lineUp.live() + ", from " + lineUp.from() + " on"));
        if (history.orders().isEmpty()) {
            return 0;
        }
        ReleaseHistory.Given last = history.orders().get(history.orders().size() - 1);
        out.println("last      " + last.order().kind().name().toLowerCase(Locale.ROOT) + " "
                + last.order().release() + " by " + Width.printable(last.order().who()) + ", "
                + last.order().time());
        Collection<ReleaseStatus> tasks = history.statuses(last.order().id()).values();
        TextTable table = new TextTable();
        tasks.forEach(task -> table.row(
                "task " + task.subtask() + " of " + task.subtasks(),
                task.state().name().toLowerCase(Locale.ROOT),
                task.highWater() == null ? "has decided nothing yet" : "has come to " + task.highWater()));
        table.lines().forEach(out::println);
        reasons(tasks).forEach(out::println);
        if (tasks.isEmpty()) {
            out.println("  no task of the job has said anything of it");
        }
        return 0;
    }

    private static List<String> reasons(Collection<ReleaseStatus> tasks) {
        return tasks.stream()
                .filter(task -> task.reason() != null)
                .flatMap(task -> task.reason().lines())
                .map(Width::printable)
                .distinct()
                .toList();
    }

    private static String named(String release) {
        return release.equals("submitted") ? "what the job was submitted with" : release;
    }
}
