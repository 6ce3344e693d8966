package io.motengine.bench.customers;

import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.util.List;

/** What a run of {@link CustomersBench} has found. */
final class CustomersReport {
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private final Plan plan;
    private final Watch watch;
    private final long began = Progress.BEGAN.get();
    private final long loaded = Progress.LOADED.get();
    private final long paced = Progress.PACED.get();
    private final long ticked = Progress.TICKED.get();
    private final long served = Progress.lastServed();
    private final long ended = Progress.ENDED.get();

    CustomersReport(Plan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
    }

    Report of(long busiest, int duePerSecond, int parallelism) {
        Report report = new Report("customers-" + plan.customers(), "Many customers in one process");
        report.note(String.format(
                "%,d customers with the reference rule set: a profile each, then %,d transactions and clicks of customers as "
                        + "active as Zipf has it (exponent 1, the busiest about %,d a day), then %,d events a second, before, while "
                        + "and after a daily tick strikes at which %,d customers are due for marketing (a move in the life cycle "
                        + "each) and %,d for service (an application left half filled). RocksDB as the decision job sets it up, 2 "
                        + "GiB of managed memory; %d subtasks, each with the limit of %,d customers a second for marketing; no "
                        + "Kafka, a generator in the same process.",
                plan.customers(),
                plan.activity(),
                busiest,
                plan.pace(),
                plan.marketingDue(),
                plan.forms(),
                parallelism,
                duePerSecond));
        report.add(throughput());
        report.add(tick(parallelism * duePerSecond));
        report.add(waits());
        report.add(checkpoints());
        report.add(new Table("Memory and disk", "figure", "value")
                .row("RocksDB files at the tick, MiB", watch.atTick() >> 20)
                .row("RocksDB files at most, MiB", watch.most() >> 20)
                .row("bytes per customer at the tick", (double) watch.atTick() / plan.customers()));
        return report;
    }

    private Table throughput() {
        long events = plan.activity() + plan.forms();
        double load = (loaded - began) / NANOS;
        double active = (paced - loaded) / NANOS;
        return new Table("Throughput", "phase", "events", "seconds", "events/s")
                .row("profiles of new customers", plan.customers(), load, plan.customers() / load)
                .row("transactions and clicks", events, active, events / active);
    }

    private Table tick(int limit) {
        double service = (Progress.service().last() - ticked) / NANOS;
        double marketing = (Progress.marketing().last() - ticked) / NANOS;
        return new Table("Daily tick", "figure", "value")
                .row("customers due for service", plan.forms())
                .row("customers served for service", Progress.service().customers())
                .row("seconds until the last of them was served", service)
                .row("most that a subtask served for marketing before its last for service", Progress.overtaken())
                .row("customers due for marketing", plan.marketingDue())
                .row("customers served for marketing", Progress.marketing().customers())
                .row("seconds until the last of them was served", marketing)
                .row("served for marketing per second", Progress.marketing().customers() / marketing)
                .row("in the busiest second", watch.fastest())
                .row("limit, and a tenth of it more at once", limit);
    }

    private Table waits() {
        return row(
                "from the last served on, nothing due",
                served,
                ended,
                row(
                        "from the tick until the last was served",
                        ticked,
                        served,
                        new Table(
                                "From an event's going in to what is decided upon it, milliseconds",
                                "when",
                                "events",
                                "half",
                                "99 %",
                                "longest")));
    }

    private static Table row(String when, long from, long to, Table table) {
        long[] waits = Progress.probes().between(from, to);
        if (waits.length == 0) {
            return table.row(when, 0, "-", "-", "-");
        }
        return table.row(
                when,
                waits.length,
                waits[waits.length / 2] / NANOS_PER_MILLI,
                waits[(int) (waits.length * 0.99)] / NANOS_PER_MILLI,
                waits[waits.length - 1] / NANOS_PER_MILLI);
    }

    private Table checkpoints() {
        return row(
                "while some were due",
                Progress.checkpoints().between(ticked, served),
                row(
                        "before the tick",
                        Progress.checkpoints().between(began, ticked),
                        new Table("Checkpoints, seconds", "when", "number", "mean", "longest")));
    }

    private static Table row(String when, List<Checkpoints.Checkpoint> checkpoints, Table table) {
        return table.row(
                when,
                checkpoints.size(),
                checkpoints.stream()
                        .mapToDouble(Checkpoints.Checkpoint::seconds)
                        .average()
                        .orElse(0),
                checkpoints.stream()
                        .mapToDouble(Checkpoints.Checkpoint::seconds)
                        .max()
                        .orElse(0));
    }
}
