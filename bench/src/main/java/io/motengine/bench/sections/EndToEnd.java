package io.motengine.bench.sections;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.util.FileUtils;

/** {@code ./mot bench [section …] [key=value …]}: contestants side by side, from a real broker. */
public final class EndToEnd {
    private static final String THROUGHPUT = "throughput";
    private static final String LATENCY = "latency";
    private static final List<String> SECTIONS = List.of(THROUGHPUT, LATENCY);

    /** Without a word, these. */
    private static final List<String> DEFAULT = List.of(THROUGHPUT, LATENCY);

    private EndToEnd() {}

    /** Whether this is a word for what is run here. */
    public static boolean knows(String word) {
        return SECTIONS.contains(word);
    }

    public static Report run(String[] arguments) throws Exception {
        List<String> sections = new ArrayList<>(Arrays.stream(arguments)
                .filter(argument -> !argument.contains("="))
                .toList());
        for (String section : sections) {
            if (!knows(section)) {
                throw new IllegalArgumentException(section + " (expected: one of " + SECTIONS + ")");
            }
        }
        Settings settings = new Settings(new Options(
                Arrays.stream(arguments)
                        .filter(argument -> argument.contains("="))
                        .toArray(String[]::new),
                Settings.KEYS));
        Report report = new Report(
                LocalDate.now(ZoneOffset.UTC) + "-" + System.getProperty("bench.commit", "unknown"),
                "End to end, side by side");
        Path folder = Files.createTempDirectory("mot-bench");
        boolean well = false;
        try {
            Screen screen = new Screen(System.out);
            run(sections.isEmpty() ? DEFAULT : sections, settings, screen, folder, report);
            well = true;
        } finally {
            cleanUp(folder, well);
        }
        report.settings(settings.used());
        return report;
    }

    private static void run(List<String> sections, Settings settings, Screen screen, Path folder, Report report)
            throws Exception {
        double most = settings.rate();
        if (sections.contains(THROUGHPUT)) {
            double found = new Throughput(settings, screen, folder.resolve(THROUGHPUT), report).run();
            most = most > 0 ? most : found;
        }
        if (sections.contains(LATENCY)) {
            if (most <= 0) {
                throw new IllegalArgumentException("rate: absent (expected: events a second that the engine can read at"
                        + " most, such as rate=50000, or the section throughput before)");
            }
            new Latency(settings, screen, folder.resolve(LATENCY), report).run(most);
        }
    }

    /** What a failure left is kept: the logs say why. */
    private static void cleanUp(Path folder, boolean well) throws IOException {
        if (well) {
            FileUtils.deleteDirectory(folder.toFile());
        } else {
            System.err.println("logs are in " + folder);
        }
    }
}
