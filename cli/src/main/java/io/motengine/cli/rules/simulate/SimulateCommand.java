package io.motengine.cli.rules.simulate;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.cli.rules.RulesDirectory;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.engine.release.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mot rules simulate}. */
@Command(
        name = "simulate",
        description = "Decides recorded events with a release, without Flink, and reports what would have come of it.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final String KAFKA = "kafka";
    private static final String BANK = "bank";

    /** The first pay day of the demo. */
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");

    @Option(
            names = "--events",
            required = true,
            paramLabel = "<events>",
            description =
                    "CloudEvents, one a line; with --mapping, a file of the mapping or a folder with them; kafka, for"
                            + " the topics of a broker or the running demo; bank, for the demo's simulated bank.")
    private String events;

    @Option(names = "--mapping", paramLabel = "<file>", description = "How rows become events, as for replay (YAML).")
    private Path mapping;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Rules to decide by; else those of this checkout.")
    private Path directory;

    @Option(names = "--release", paramLabel = "<dir>", description = "The same as DIR.")
    private Path release;

    @Option(
            names = "--against",
            paramLabel = "<dir>",
            description = "Rules to compare with: what is otherwise, for whom, and why.")
    private Path against;

    @Option(
            names = "--out",
            paramLabel = "<dir>",
            description = "Where report.html and report.json go; else .mot/simulation of this checkout.")
    private Path out;

    @Option(names = "--records", description = "Write actions.jsonl and decisions.jsonl too, by customer.")
    private boolean records;

    @Option(
            names = "--from",
            paramLabel = "<instant>",
            description =
                    "Leave out what happened before, such as 2026-03-01T00:00:00+08:00. Who has sent nothing since is not"
                            + " known.")
    private String from;

    @Option(
            names = "--until",
            paramLabel = "<instant>",
            description =
                    "Leave out what happened from then on; else all, and what falls due until the end of the last day.")
    private String until;

    @Option(
            names = "--as-history",
            description =
                    "Decide as a job that ends: what customers tell each other, and what the allocator answers, does"
                            + " not come back.")
    private boolean asHistory;

    @Option(
            names = "--threads",
            paramLabel = "<count>",
            description = "Else as many as there are processors; it changes nothing in the outcome.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--customers",
            paramLabel = "<count>",
            defaultValue = "10000",
            description = "Of the simulated bank (${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--days",
            paramLabel = "<count>",
            defaultValue = "7",
            description = "Of the simulated bank (${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "7",
            description = "Of the simulated bank (${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    private final Function<RulesDirectory, Release> compiler;

    public SimulateCommand() {
        this(RulesDirectory::compile);
    }

    SimulateCommand(Function<RulesDirectory, Release> compiler) {
        this.compiler = compiler;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new Refusal("--threads: " + threads + " (expected: 1 or more)");
        }
        Instant begin = instant("--from", from);
        Instant end = instant("--until", until);
        if (begin != null && end != null && !begin.isBefore(end)) {
            throw new Refusal("--from: " + from + " (expected: a time before --until, " + until + ")");
        }
        if (directory != null && release != null) {
            throw new Refusal("--release: " + release + " (expected: not both, it and " + directory + ")");
        }
        SimulationPlan plan = new SimulationPlan(
                source(),
                events,
                directory == null ? RulesDirectory.of(release, "--release") : RulesDirectory.of(directory, "DIR"),
                against == null ? null : RulesDirectory.of(against, "--against"),
                out == null ? Home.path(".mot/simulation") : out.toAbsolutePath(),
                records,
                begin,
                end,
                !asHistory,
                threads);
        return new SimulationRun(plan, compiler, spec.commandLine().getOut()).run();
    }

    private Source source() {
        if (mapping != null && (events.equals(KAFKA) || events.equals(BANK))) {
            throw new Refusal("--mapping: " + mapping + " (expected: only with files)");
        }
        if (events.equals(KAFKA)) {
            return Source.kafka(broker.address());
        }
        if (events.equals(BANK)) {
            return Source.bank(seed, customers, days, START, ZoneId.of("Asia/Shanghai"));
        }
        Path file = Path.of(events);
        if (!Files.exists(file)) {
            throw new Refusal("--events: " + events + ": no such file (expected: a file, kafka or bank)");
        }
        if (mapping == null && !Files.isRegularFile(file)) {
            throw new Refusal(
                    "--events: " + events + ": no file (expected: CloudEvents, one a line, or --mapping too)");
        }
        return mapping == null ? Source.jsonLines(file) : Source.mapped(mapping, file);
    }

    private static Instant instant(String option, String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal(option + ": " + text + " (expected: a time such as 2026-03-01T00:00:00+08:00)", e);
        }
    }
}
