package io.motengine.cli.rules.releases;

import io.motengine.cli.screen.TextTable;
import io.motengine.cli.screen.Width;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.release.ReleaseOrder;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mot rules history}. */
@Command(
        name = "history",
        description = "Lists what was ever ordered: when, what, by whom, signed with which key, what for.")
public final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReleaseHistory history = new ReleaseTopic(broker.address()).history();
        TextTable table = new TextTable();
        history.orders().forEach(given -> row(table, given));
        if (history.orders().isEmpty()) {
            spec.commandLine().getOut().println("Nothing was ever published here.");
        }
        table.lines().forEach(spec.commandLine().getOut()::println);
        if (history.unreadableRecords() > 0) {
            spec.commandLine()
                    .getOut()
                    .println("  and " + history.unreadableRecords() + " records that cannot be read");
        }
        return 0;
    }

    private static void row(TextTable table, ReleaseHistory.Given given) {
        ReleaseOrder order = given.order();
        table.row(
                TIME.format(order.time().atZone(ZoneId.systemDefault())),
                order.kind().name().toLowerCase(Locale.ROOT),
                order.release(),
                order.at() == null ? "" : "from " + order.at(),
                Width.printable(order.who()),
                given.key(),
                given.refused() == null
                        ? order.message() == null ? "" : Width.printable(order.message())
                        : "refused: "
                                + Width.printable(
                                        given.refused().lines().findFirst().orElse("")));
    }
}
