package io.motengine.bench.customers;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.jobs.config.DueConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.util.FileUtils;

/** Many customers in one process: throughput, disk, and how long a daily tick of many takes while events go on. */
public final class CustomersBench {
    private static final Set<String> OPTIONS = Set.of(
            "customers",
            "activity",
            "busiest",
            "due",
            "duePerSecond",
            "eventsPerSecond",
            "parallelism",
            "checkpointSeconds");

    private CustomersBench() {}

    public static Report run(String[] arguments) throws Exception {
        Options options = new Options(arguments, OPTIONS);
        long customers = options.number("customers", 10_000_000);
        Plan plan = new Plan(
                customers,
                options.number("activity", customers / 2),
                options.number("due", customers / 10),
                options.number("eventsPerSecond", 1_000));
        long busiest = options.number("busiest", 40);
        Activity active = Activity.of(customers, plan.activity(), busiest);
        int parallelism = (int) options.number("parallelism", 2);
        // By default the limit that the job has by default.
        DueConfig due = new DueConfig(
                (int) options.number("duePerSecond", DueConfig.defaults().maxPerSecond()), null);
        Duration checkpoints = Duration.ofSeconds(options.number("checkpointSeconds", 30));
        Path folder = Files.createTempDirectory("bench-customers");
        Progress.begin(plan);
        try (Watch watch = new Watch(folder.resolve("tmp"))) {
            new CustomersJob(plan, active, due, parallelism, folder, checkpoints).run();
            return new CustomersReport(plan, watch).of(busiest, due.maxPerSecond(), parallelism);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }
}
