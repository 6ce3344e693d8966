package io.motengine.cli.demo;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.cli.screen.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mot demo}. */
@Command(
        name = "demo",
        description =
                "Runs the whole path on this machine: broker, job, a simulated bank, and a live table of what happens.")
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--for", paramLabel = "<duration>", description = "How long, such as 60s or 5m; else until Ctrl-C.")
    private Duration lasts;

    @Option(
            names = "--customers",
            paramLabel = "<count>",
            defaultValue = "50000",
            description = "Customers of the simulated bank (${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--rate",
            paramLabel = "<events/s>",
            description = "Mean events in a second; else what so many customers do (about 1,350/s for 50,000).")
    private Integer rate;

    @Option(
            names = "--speed",
            paramLabel = "<factor>",
            defaultValue = "900",
            description = "How much faster than life (${DEFAULT-VALUE}: a minute is fifteen hours).")
    private double speed;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "42",
            description = "Another seed, another bank (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--delivery",
            paramLabel = "fast|exact",
            defaultValue = "fast",
            description = "How actions leave the job (${DEFAULT-VALUE}).")
    private String delivery;

    @Option(names = "--release", paramLabel = "<dir>", description = "Rules to decide by; else those of this checkout.")
    private Path release;

    @Option(
            names = "--web-port",
            paramLabel = "<port>",
            defaultValue = "8081",
            description = "Port of Flink's web interface (${DEFAULT-VALUE}; 0 for any free one).")
    private int webPort;

    @Option(names = "--keep", description = "Leave data and logs in the run directory.")
    private boolean keep;

    @Option(
            names = "--run-dir",
            paramLabel = "<dir>",
            description = "Where data and logs go; else .mot/demo of this checkout.")
    private Path runDirectory;

    @Override
    public Integer call() throws IOException {
        Path rules = release == null ? Home.path("rules") : release;
        if (!Files.isDirectory(rules)) {
            throw new Refusal("--release: " + rules + " (expected: a directory of rules)");
        }
        Path directory = runDirectory == null ? Home.path(".mot/demo") : runDirectory;
        DemoPlan plan = new DemoPlan(lasts, customers, rate, speed, seed, delivery, rules, webPort, keep, directory);
        return new Demo(plan, System.out, Terminal.current()).run();
    }
}
