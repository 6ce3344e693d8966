package io.motengine.cli.lists;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.cli.wire.DemoBroker;
import io.motengine.cli.wire.Publisher;
import io.motengine.cli.wire.ReachableTopics;
import io.motengine.schemas.Topics;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mot lists import}. */
@Command(
        name = "import",
        description =
                "Puts customers on a list, or takes them off it: rules see its label among the customer's labels.")
public final class ImportCommand implements Callable<Integer> {
    private static final int LINGER_MILLIS = 20;

    @Parameters(
            paramLabel = "FILE",
            description = "CSV with one customer a row, UTF-8 unless --charset says otherwise. A single column needs no"
                    + " header; several need one.")
    private Path file;

    @Option(
            names = "--label",
            required = true,
            paramLabel = "<label>",
            description = "Name of the list, such as spring-campaign.")
    private String label;

    @Option(
            names = "--until",
            paramLabel = "<date>",
            description = "Last day on the list, such as 2026-03-31; needed unless --off.")
    private LocalDate until;

    @Option(names = "--off", description = "Take the customers off the list.")
    private boolean off;

    @Option(
            names = "--column",
            paramLabel = "<name>",
            description = "Header of the column with customer ids; else customer.")
    private String column;

    @Option(names = "--charset", paramLabel = "<name>", description = "Of the file, such as GBK; else UTF-8.")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(names = "--dry-run", description = "Read and check only; publish nothing.")
    private boolean dryRun;

    @Option(
            names = "--bootstrap",
            paramLabel = "<host:port>",
            description = "Broker to publish to; else that of the demo that runs in this checkout.")
    private String bootstrap;

    @Option(
            names = "--run-dir",
            paramLabel = "<dir>",
            description = "Run directory of the demo; else .mot/demo of this checkout.")
    private Path runDirectory;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CustomerList list = CustomerList.of(label, until, !off, Clock.system(ZoneId.systemDefault()));
        NamesFile names = new NamesFile(file, charset, column);
        if (dryRun) {
            return tell(run(list, names, (key, event) -> {}), "checked");
        }
        String broker = bootstrap == null ? demo() : bootstrap;
        ReachableTopics.require(broker, List.of(Topics.LISTS));
        try (Publisher publisher = new Publisher(broker, LINGER_MILLIS)) {
            ImportAccount account = run(list, names, (key, event) -> publisher.publish(Topics.LISTS, key, event));
            publisher.flush();
            return tell(account, "published");
        }
    }

    private String demo() {
        Path directory = runDirectory == null ? Home.path(".mot/demo") : runDirectory;
        return DemoBroker.address(directory)
                .orElseThrow(() -> new Refusal("--bootstrap: absent, and no demo runs in " + directory
                        + " (expected: host:port of the bank's Kafka, or a running ./mot demo)"));
    }

    private static ImportAccount run(CustomerList list, NamesFile names, ListImport.Sink sink) {
        return new ListImport(list, sink, new Stages(System.out, Terminal.current()), System::nanoTime).run(names);
    }

    private int tell(ImportAccount account, String verb) {
        account.lines(verb).forEach(spec.commandLine().getOut()::println);
        account.refusals().forEach(spec.commandLine().getErr()::println);
        return account.refused() == 0 ? 0 : 1;
    }
}
