package io.motengine.bench.customers;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.util.FileUtils;

/** Many customers in one process: throughput, disk, and how long a daily tick of many takes while events go on. */
public final class CustomersBench {
    private static final double NANOS = 1e9;

    private CustomersBench() {}

    public static Report run(String[] arguments) throws Exception {
        Options options = new Options(
                arguments, Set.of("customers", "activity", "due", "after", "parallelism", "checkpointSeconds"));
        long customers = options.number("customers", 10_000_000);
        Plan plan = new Plan(
                customers,
                options.number("activity", customers / 2),
                options.number("due", customers / 10),
                options.number("after", customers / 10));
        int parallelism = (int) options.number("parallelism", 2);
        Duration checkpoints = Duration.ofSeconds(options.number("checkpointSeconds", 60));
        Path folder = Files.createTempDirectory("bench-customers");
        try (Watch watch = new Watch(folder.resolve("tmp"))) {
            new CustomersJob(plan, parallelism, folder, checkpoints).run();
            return report(plan, watch);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static Report report(Plan plan, Watch watch) {
        Report report = new Report("customers-" + plan.customers(), "Many customers in one process");
        report.note(String.format(
                "%,d customers with the reference rule set: a profile each, then %,d transactions and clicks of customers as "
                        + "active as Zipf has it (exponent 1), then a daily tick at which %,d customers are due (a move in the life "
                        + "cycle each), and %,d more events meanwhile. RocksDB as Flink sets it up by default, 2 GiB of managed "
                        + "memory; no Kafka, a generator in the same process. Served without a limit per second.",
                plan.customers(), plan.activity(), plan.due(), plan.after()));
        double load = seconds(Progress.BEGAN.get(), Progress.LOADED.get());
        double active = seconds(Progress.LOADED.get(), Progress.TICKED.get());
        double after = seconds(Progress.TICKED.get(), Progress.ENDED.get());
        double served = seconds(Progress.TICKED.get(), Progress.LAST_SERVED.get());
        report.add(new Table("Throughput", "phase", "events", "seconds", "events/s")
                .row("profiles of new customers", plan.customers(), load, plan.customers() / load)
                .row("transactions and clicks", plan.activity(), active, plan.activity() / active)
                .row("events from the tick on", plan.after(), after, plan.after() / after));
        report.add(new Table("Daily tick", "figure", "value")
                .row("customers due", plan.due())
                .row("customers served", Progress.SERVED.sum())
                .row("seconds until the last was served", served)
                .row("served per second", Progress.SERVED.sum() / served));
        report.add(new Table("Memory and disk", "figure", "value")
                .row("RocksDB files at the tick, MiB", watch.atTick() >> 20)
                .row("RocksDB files at most, MiB", watch.most() >> 20)
                .row("bytes per customer at the tick", (double) watch.atTick() / plan.customers()));
        return report;
    }

    private static double seconds(long from, long to) {
        return (to - from) / NANOS;
    }
}
