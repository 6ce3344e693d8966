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
import java.util.Map;
import org.apache.flink.util.FileUtils;

/** {@code ./mot bench [section …] [key=value …]}: contestants side by side, from a real broker. */
public final class EndToEnd {
    /** A part of the run that can be asked for alone. */
    @FunctionalInterface
    private interface Section {
        void run(Settings settings, Screen screen, Path folder, Report report) throws Exception;
    }

    private static final Map<String, Section> SECTIONS = Map.of(
            "throughput", (settings, screen, folder, report) ->
                    new Throughput(settings, screen, folder, report).run());

    /** Without a word, these. */
    private static final List<String> DEFAULT = List.of("throughput");

    private EndToEnd() {}

    /** Whether this is a word for what is run here. */
    public static boolean knows(String word) {
        return SECTIONS.containsKey(word);
    }

    public static Report run(String[] arguments) throws Exception {
        List<String> sections = new ArrayList<>(Arrays.stream(arguments)
                .filter(argument -> !argument.contains("="))
                .toList());
        for (String section : sections) {
            if (!knows(section)) {
                throw new IllegalArgumentException(section + " (expected: one of " + SECTIONS.keySet() + ")");
            }
        }
        Settings settings = new Settings(new Options(
                Arrays.stream(arguments).filter(argument -> argument.contains("=")).toArray(String[]::new),
                Settings.KEYS));
        Report report = new Report(
                LocalDate.now(ZoneOffset.UTC) + "-" + System.getProperty("bench.commit", "unknown"),
                "End to end, side by side");
        Path folder = Files.createTempDirectory("mot-bench");
        boolean well = false;
        try {
            Screen screen = new Screen(System.out);
            for (String section : sections.isEmpty() ? DEFAULT : sections) {
                SECTIONS.get(section).run(settings, screen, Files.createDirectory(folder.resolve(section)), report);
            }
            well = true;
        } finally {
            cleanUp(folder, well);
        }
        report.settings(settings.used());
        return report;
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
