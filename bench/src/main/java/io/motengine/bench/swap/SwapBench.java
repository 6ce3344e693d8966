package io.motengine.bench.swap;

import io.motengine.bench.Options;
import io.motengine.bench.check.ManyStrategies;
import io.motengine.bench.results.Report;
import io.motengine.cli.process.RunDirectory;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.util.FileUtils;

/**
 * Hot swaps under load: broker and job in processes of their own, events at an even rate, one release published after the other,
 * each another one that is compiled anew; and a crash in the middle.
 */
public final class SwapBench {
    private static final Set<String> OPTIONS =
            Set.of("swaps", "minutes", "strategies", "rate", "crash", "apart", "checkpoint");
    private static final int FIRST_LOOK = 10;

    private final int swaps;
    private final Duration most;
    private final int strategies;
    private final int rate;
    private final boolean crash;
    private final Duration apart;
    private final Duration checkpoint;
    private final Swaps done = new Swaps();

    private SwapBench(Options options) {
        swaps = (int) options.number("swaps", 30);
        most = Duration.ofMinutes(options.number("minutes", 120));
        strategies = (int) options.number("strategies", SwapReport.USUAL);
        rate = (int) options.number("rate", 300);
        crash = options.number("crash", 1) > 0;
        apart = Duration.ofSeconds(options.number("apart", 1));
        checkpoint = Duration.ofSeconds(options.number("checkpoint", 10));
    }

    /** Alone, for long, with a crash in the middle. */
    public static Report soak(String[] arguments) throws Exception {
        SwapBench bench = new SwapBench(new Options(arguments, OPTIONS));
        Report report = new Report(
                bench.strategies == SwapReport.USUAL ? "soak" : "soak-" + bench.strategies, "Hot swaps under load");
        bench.run(report);
        report.add(FirstEvent.table(ManyStrategies.files(bench.strategies)));
        return report;
    }

    /** Some swaps and no crash, as a part of a report. */
    public static void swaps(long swaps, Report report) throws Exception {
        new SwapBench(new Options(new String[] {"crash=0", "swaps=" + swaps}, OPTIONS)).run(report);
    }

    private void run(Report report) throws Exception {
        Path folder = Files.createTempDirectory("mot-swap");
        Map<String, String> files = ManyStrategies.files(strategies);
        ManyStrategies.write(files, folder.resolve("rules"));
        ReleaseFiles submitted = ReleaseFiles.read(folder.resolve("rules"));
        done.submitted(submitted.id());
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"), false);
                SwapJob job = SwapJob.start(directory, folder.resolve("rules"), checkpoint);
                Publishing publishing = new Publishing(job.bootstrap(), job.key());
                Decided decided = new Decided(job.bootstrap(), job::failIfEnded);
                Load load = new Load(job.bootstrap(), rate)) {
            decided.awaitFirst();
            decided.awaitCaughtUp();
            done.started(Instant.now());
            Memory memory = new Memory(job);
            swapAll(files, publishing, memory, () -> crash(job, decided));
            load.stop();
            decided.await(load.sent());
            new SwapReport(done, decided, load.sent(), job.awaitTallies(load.sent()))
                    .into(report, strategies, rate, apart, checkpoint, memory);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    /** As many as were asked for, or as there was time for. */
    private void swapAll(Map<String, String> files, Publishing publishing, Memory memory, Crash crashing)
            throws Exception {
        long began = System.nanoTime();
        boolean crashed = !crash;
        int look = FIRST_LOOK;
        for (int i = 1; i <= swaps && System.nanoTime() - began < most.toNanos(); i++) {
            swap(publishing, variant(files, i));
            Thread.sleep(apart.toMillis());
            boolean half = i >= swaps / 2 || System.nanoTime() - began > most.toNanos() / 2;
            if (i == look || (half && !crashed)) {
                // A look stops the job: not within what is measured of the swap.
                Thread.sleep(Pauses.AFTER.toMillis());
                memory.look("after " + i + " swaps");
                look = i == look ? i + Math.max(FIRST_LOOK, swaps / 10) : look;
            }
            if (half && !crashed) {
                crashed = true;
                crashing.now();
                look = i + FIRST_LOOK;
            }
            System.out.printf("%d of %d swaps in %d s%n", i, swaps, (System.nanoTime() - began) / 1_000_000_000);
        }
        memory.look("at the end, after " + done.all().size() + " swaps");
    }

    /** What is done in the middle. */
    @FunctionalInterface
    private interface Crash {
        void now() throws Exception;
    }

    /** The same with another comment: another release, so that it is compiled. */
    static ReleaseFiles variant(Map<String, String> files, int number) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put("moments/variant.drl", "// Variant " + number + "\n");
        return new ReleaseFiles(changed);
    }

    private void swap(Publishing publishing, ReleaseFiles release) throws Exception {
        Instant began = Instant.now();
        long took = publishing.prepare(release);
        Instant prepared = Instant.now();
        Instant at = publishing.activate(release.id());
        done.add(new Swaps.Swap(release.id(), began, prepared, at, Instant.now(), took));
    }

    private void crash(SwapJob job, Decided decided) throws Exception {
        Instant crashed = Instant.now();
        job.crash();
        decided.awaitLaterThan(Instant.now());
        decided.awaitCaughtUp();
        done.crashed(crashed, Instant.now());
    }
}
