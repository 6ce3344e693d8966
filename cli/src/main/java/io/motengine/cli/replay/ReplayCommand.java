package io.motengine.cli.replay;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.cli.screen.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mot replay}. */
@Command(
        name = "replay",
        description = "Feeds a history from files to the job, in time order across files, and accounts for every row.")
public final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--mapping", required = true, paramLabel = "<file>", description = "How rows become events (YAML).")
    private Path mapping;

    @Parameters(paramLabel = "FILES", description = "Files of the mapping, told by their names.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "<dir>",
            description = "Folder with all files of the mapping, instead of FILES.")
    private Path data;

    @Option(
            names = "--bootstrap",
            paramLabel = "<host:port>",
            description =
                    "Broker to publish to; without it, a broker and the job run here until everything is decided.")
    private String bootstrap;

    @Option(
            names = "--rate",
            paramLabel = "<events/s>",
            defaultValue = "0",
            description = "At most so fast; else as fast as possible.")
    private int rate;

    @Option(names = "--release", paramLabel = "<dir>", description = "Rules to decide by; else those of this checkout.")
    private Path release;

    @Option(
            names = "--parallelism",
            paramLabel = "<count>",
            defaultValue = "2",
            description = "Of the job (${DEFAULT-VALUE}); it changes nothing in the outputs.")
    private int parallelism;

    @Option(
            names = "--out",
            paramLabel = "<dir>",
            description = "Write actions.jsonl and decisions.jsonl by customer, the same bytes in every run.")
    private Path out;

    @Option(
            names = "--warm-up-until",
            paramLabel = "<instant>",
            description =
                    "Feed only what is before, such as 2026-03-01T00:00:00+08:00; let it build state and issue nothing;"
                            + " stop with a savepoint for the live job to go on from. With --bootstrap, from that broker's topics.")
    private Instant warmUpUntil;

    @Option(
            names = "--savepoint-to",
            paramLabel = "<dir>",
            description = "Where the savepoint of a warm-up goes; else .mot/savepoints of this checkout.")
    private Path savepointTo;

    @Option(names = "--keep", description = "Leave data and logs in the run directory.")
    private boolean keep;

    @Option(
            names = "--run-dir",
            paramLabel = "<dir>",
            description = "Where data and logs go; else .mot/replay of this checkout.")
    private Path runDirectory;

    @Override
    public Integer call() throws IOException {
        Path rules = release == null ? Home.path("rules") : release;
        if (!Files.isDirectory(rules)) {
            throw new Refusal("--release: " + rules + " (expected: a directory of rules)");
        }
        Path directory = runDirectory == null ? Home.path(".mot/replay") : runDirectory;
        if (savepointTo != null && warmUpUntil == null) {
            throw new Refusal("--savepoint-to: " + savepointTo + " (expected: only with --warm-up-until)");
        }
        Path savepoints = savepointTo == null ? Home.path(".mot/savepoints") : savepointTo.toAbsolutePath();
        ReplayPlan plan = new ReplayPlan(
                mapping,
                files,
                data,
                bootstrap,
                rate,
                rules,
                parallelism,
                out,
                warmUpUntil,
                savepoints,
                keep,
                directory);
        return new Replay(plan, System.out, Terminal.current()).run();
    }
}
