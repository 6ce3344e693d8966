package io.motengine.cli.stops;

import io.motengine.cli.screen.TextTable;
import io.motengine.cli.screen.Width;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.stop.StopChanged;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mot stops}. */
@Command(name = "stops", description = "Lists the emergency stops that hold, and those that were lifted.")
public final class StopsCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Collection<StopChanged> all = new StopsTopic(broker.address()).all().values();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                all.stream().anyMatch(StopChanged::holds)
                        ? "Stopped right now:"
                        : "Nothing is stopped." + (all.isEmpty() ? "" : " It was:"));
        TextTable table = new TextTable();
        all.stream().filter(StopChanged::holds).forEach(stop -> row(table, "stopped", stop));
        all.stream().filter(stop -> !stop.holds()).forEach(stop -> row(table, "resumed", stop));
        table.lines().forEach(out::println);
        return 0;
    }

    private static void row(TextTable table, String state, StopChanged stop) {
        table.row(
                stop.what(),
                state,
                TIME.format(stop.time().atZone(ZoneId.systemDefault())),
                Width.printable(stop.who()),
                stop.why() == null ? "" : Width.printable(stop.why()));
    }
}
