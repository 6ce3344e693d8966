package io.motengine.bench.check;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How long {@code ./mot rules check} takes, from the start of the process to its end. */
public final class CheckBench {
    private static final Path LOG = Path.of("check.log");

    /** Its last line tells the seconds of processors in user and in system mode: they depend less on what else runs. */
    private static final String TIMED = "TIMEFORMAT='%U %S'; time \"$0\" \"$@\"";

    private final Path folder;
    private final Path release;
    private final int cards;
    private final int runs;
    private int edits;

    private CheckBench(Path folder, int cards, int runs) {
        this.folder = folder;
        this.release = folder.resolve("rules");
        this.cards = cards;
        this.runs = runs;
    }

    public static Report run(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(arguments, Set.of("strategies", "runs"));
        return new CheckBench(Files.createTempDirectory("mot-check"), (int) options.number("strategies", 300), (int)
                        options.number("runs", 5))
                .run();
    }

    private Report run() throws IOException, InterruptedException {
        Map<String, String> files = ManyStrategies.files(cards);
        ManyStrategies.write(files, release);
        Table table = new Table("mot rules check", "what", "median s", "slowest s", "median processor s");
        row(table, "cold: no cache", "--no-cache");
        check("--cache", cache());
        row(table, "nothing changed", "--cache", cache());
        row(table, "one card's audience changed", "--cache", cache());
        Report report = new Report("check", "Checking rules");
        report.note(files.size() + " files, " + cards
                + " cards besides those of the reference release, no two audiences alike; each"
                + " run is a process of its own, started by ./mot, so that the start of the JVM is in it.");
        report.add(table);
        return report;
    }

    private String cache() {
        return folder.resolve("cache").toString();
    }

    private void row(Table table, String what, String... options) throws IOException, InterruptedException {
        List<Duration> took = new ArrayList<>();
        List<Duration> processor = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            if (what.contains("changed") && !what.contains("nothing")) {
                edit();
            }
            took.add(check(options));
            processor.add(processor());
        }
        took.sort(Duration::compareTo);
        processor.sort(Duration::compareTo);
        table.row(what, seconds(took.get(runs / 2)), seconds(took.get(runs - 1)), seconds(processor.get(runs / 2)));
    }

    private void edit() throws IOException {
        String card = ManyStrategies.card(0, 0).replace("age >= ", "age != " + (90 + edits++) + ", age >= ");
        Files.writeString(release.resolve("strategies/many-000.yaml"), card);
    }

    private Duration check(String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", TIMED, "./mot", "rules", "check", release.toString()));
        command.addAll(List.of(options));
        long began = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("check exited " + code + ":\n" + Files.readString(folder.resolve(LOG)));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Duration processor() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(LOG));
        double seconds = 0;
        for (String mode : lines.get(lines.size() - 1).split(" ", -1)) {
            seconds += Double.parseDouble(mode);
        }
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.2f", took.toMillis() / 1_000.0);
    }
}
