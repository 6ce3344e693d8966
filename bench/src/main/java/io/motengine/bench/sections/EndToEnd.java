package io.motengine.bench.sections;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.bench.swap.SwapBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.util.FileUtils;

/** {@code ./mot bench [section …] [only=contestant,…] [key=number …]}: contestants side by side, from a real broker. */
public final class EndToEnd {
    private static final String THROUGHPUT = "throughput";
    private static final String LATENCY = "latency";
    private static final String RULES = "rules";
    private static final String ALLOCATION = "allocation";
    private static final String PARTS = "parts";
    private static final String CUSTOMERS = "customers";
    private static final String CARDS = "cards";
    private static final String FEATURES = "features";
    private static final String PARALLELISM = "parallelism";
    private static final String SWAP = "swap";
    private static final String RESTORE = "restore";
    private static final List<String> SECTIONS = List.of(
            THROUGHPUT, LATENCY, RULES, CARDS, FEATURES, PARALLELISM, SWAP, RESTORE, ALLOCATION, PARTS, CUSTOMERS);

    /** Without a word, these. */
    private static final Set<String> DEFAULT = Set.of(THROUGHPUT, LATENCY);

    private final Settings settings;
    private final Set<String> only;
    private final Screen screen;
    private final Path folder;
    private final Report report;
    private boolean well = true;
    /** Events a second that the engine has read with Zipf keys; 0 before that is known. */
    private double most;

    private EndToEnd(Settings settings, Set<String> only, Screen screen, Path folder, Report report) {
        this.settings = settings;
        this.only = only;
        this.screen = screen;
        this.folder = folder;
        this.report = report;
    }

    /** Keeps what is found so far: a run takes long, and what comes later may fail. */
    @FunctionalInterface
    public interface Keep {
        void keep(Report report) throws IOException;
    }

    public static Report run(String[] arguments, Keep kept) throws Exception {
        Words words = Words.of(arguments, SECTIONS);
        Settings settings = new Settings(new Options(words.numbers().toArray(String[]::new), Settings.KEYS));
        Report report = new Report(
                LocalDate.now(ZoneOffset.UTC) + "-" + System.getProperty("bench.commit", "unknown"),
                "End to end, side by side");
        Path folder = Files.createTempDirectory("mot-bench");
        EndToEnd run = new EndToEnd(settings, words.only(), new Screen(System.out), folder, report);
        try {
            run.sections(words.sections().isEmpty() ? DEFAULT : new LinkedHashSet<>(words.sections()), kept);
        } finally {
            run.cleanUp();
        }
        return report;
    }

    private void sections(Set<String> asked, Keep kept) throws Exception {
        for (String section : SECTIONS) {
            if (asked.contains(section)) {
                try {
                    section(section);
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    well = false;
                    e.printStackTrace();
                    report.note("Not measured: " + section + ": " + e.getMessage());
                }
                report.settings(settings.used());
                kept.keep(report);
            }
        }
    }

    private void section(String section) throws Exception {
        Path own = folder.resolve(section);
        switch (section) {
            case THROUGHPUT -> most = new Throughput(settings, only, screen, own, report).run();
            case LATENCY -> {
                double rate = settings.rate() > 0 ? settings.rate() : most;
                if (rate <= 0) {
                    throw new IllegalArgumentException("rate: absent (expected: events a second that the engine can"
                            + " read at most, such as rate=50000, or the section throughput before)");
                }
                new Latency(settings, screen, own, report).run(rate);
            }
            case RULES -> new RulesSection(settings, screen, own, report).run();
            case ALLOCATION -> new Allocation(settings, screen, report).run();
            case CARDS -> new CardsSection(settings, screen, own, report).run();
            case FEATURES -> new FeaturesSection(settings, screen, own, report).run();
            case PARALLELISM -> new ParallelismSection(settings, screen, own, report).run();
            case SWAP -> {
                screen.step("swaps of releases under load");
                SwapBench.swaps(settings.swaps(), report);
            }
            case RESTORE -> new RestoreSection(settings, screen, own, report).run();
            case PARTS -> new Parts(settings, screen, report).run();
            default -> new CustomersSection(settings, screen, own, report).run();
        }
    }

    /** What a failure left is kept: the logs say why. */
    private void cleanUp() throws IOException {
        if (well) {
            FileUtils.deleteDirectory(folder.toFile());
        } else {
            System.err.println("logs are in " + folder);
        }
    }
}
