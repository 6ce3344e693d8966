package io.motengine.bench.state;

import io.motengine.bench.Options;
import io.motengine.bench.ReferenceRelease;
import io.motengine.bench.life.Customers;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.engine.release.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How large a customer's record is, part by part, raw and on disk. */
public final class StateBench {
    private static final int DAYS = 120;
    private static final int LOOKS = 6;
    private static final double RAW_TARGET = 1.2 * 1024;
    private static final double DISK_TARGET = 600;

    private StateBench() {}

    public static Report run(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Options options = new Options(arguments, Set.of("lives", "threads"));
        int lives = (int) options.number("lives", 2_000);
        Records records = records(lives, (int) options.number("threads", 2));
        Report report = new Report("state", "State of a customer with the reference rule set");
        report.note("A customer with one transaction and five clicks a day and "
                + oneDecimal(records.meanContacts() / 3)
                + " contacts a month (" + oneDecimal(records.meanContacts())
                + " of ninety days in the record), five holdings, a full profile; 25 features, 10 patterns. " + lives
                + " lives of " + DAYS + " days, each looked at " + LOOKS
                + " times at random times of its last three weeks: " + records.size() + " records.");
        report.add(raw(records));
        report.add(onDisk(records));
        report.add(parts(records));
        return report;
    }

    private static Records records(int lives, int threads)
            throws IOException, InterruptedException, ExecutionException {
        Release release = ReferenceRelease.compiled();
        Records records = new Records(LOOKS);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(worker -> workers.submit(() -> live(release, worker, threads, lives, records)))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            workers.shutdownNow();
        }
        return records;
    }

    private static void live(Release release, int first, int step, int lives, Records records) {
        try (Customers customers = new Customers(release)) {
            for (int number = first; number < lives; number += step) {
                customers.live(number, DAYS, LOOKS, (state, look) -> {
                    try {
                        records.add(state, look);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }

    private static Table raw(Records records) {
        return new Table("Raw", "figure", "bytes", "target")
                .row("mean", records.meanBytes(), RAW_TARGET)
                .row("largest", records.largest(), "");
    }

    private static Table onDisk(Records records) throws IOException {
        Table table = new Table(
                "In RocksDB, compacted: " + records.customers() + " customers",
                "compression",
                "bytes per customer",
                "target",
                "reads a second without block cache");
        for (DiskSize disk : DiskSize.ALL) {
            DiskSize.Measured measured = records.onDisk(disk);
            table.row(
                    disk,
                    (double) measured.bytes() / records.customers(),
                    DISK_TARGET,
                    Math.round(measured.readsPerSecond()));
        }
        return table;
    }

    private static Table parts(Records records) {
        Table table = new Table(
                "Parts of the record, and the same part of all customers packed together (deflate)",
                "part",
                "mean bytes",
                "packed");
        Map<String, Double> packed = records.packedParts();
        records.meanParts().forEach((part, bytes) -> table.row(part, bytes, packed.get(part)));
        return table.row(
                "all",
                records.meanBytes(),
                packed.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private static String oneDecimal(double number) {
        return String.format("%.1f", number);
    }
}
