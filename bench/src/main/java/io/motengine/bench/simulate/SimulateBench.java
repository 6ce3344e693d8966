package io.motengine.bench.simulate;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast {@code ./mot rules simulate} decides what the simulated bank sends, by the rules of this checkout. */
public final class SimulateBench {
    private static final Pattern DECIDED =
            Pattern.compile("decided  ([\\d,]+) events of ([\\d,]+) customers .*: ([\\d,]+) events/s with \\d+ threads,"
                    + " ([\\d,]+) in a second of one core \\(([\\d,]+) in the second half\\)");

    private final Path folder;
    private final int customers;
    private final int days;

    private SimulateBench(Path folder, int customers, int days) {
        this.folder = folder;
        this.customers = customers;
        this.days = days;
    }

    public static Report run(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(arguments, Set.of("customers", "days", "threads", "runs"));
        int runs = (int) options.number("runs", 2);
        int most = (int) options.number("threads", 2);
        SimulateBench bench = new SimulateBench(
                Files.createTempDirectory("mot-simulate"), (int) options.number("customers", 10_000), (int)
                        options.number("days", 14));
        Table table =
                new Table("mot rules simulate", "threads", "events", "events/s", "per core", "per core, second half");
        for (int run = 0; run < runs; run++) {
            for (int threads = 1; threads <= most; threads++) {
                bench.row(table, threads);
            }
        }
        Report report = new Report("simulate", "Simulating recorded events");
        report.note(
                "Events in a second while deciding: start, compiling the rules and making up the events are left out,"
                        + " the JVM's own compiling beside it is in the first figure. Per core: in a second of processor"
                        + " time of the threads that decide, over all events and over the later half of them, when the JVM"
                        + " has compiled what runs most.");
        report.add(table);
        return report;
    }

    private void row(Table table, int threads) throws IOException, InterruptedException {
        Path log = folder.resolve("simulate.log");
        List<String> command = List.of(
                "./mot",
                "rules",
                "simulate",
                "--events",
                "bank",
                "--customers",
                Integer.toString(customers),
                "--days",
                Integer.toString(days),
                "--threads",
                Integer.toString(threads),
                "--out",
                folder.resolve("out").toString());
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        Matcher decided = DECIDED.matcher(said);
        if (code != 0 || !decided.find()) {
            throw new IOException("simulate exited " + code + ":\n" + said);
        }
        table.row(Integer.toString(threads), decided.group(1), decided.group(3), decided.group(4), decided.group(5));
    }
}
