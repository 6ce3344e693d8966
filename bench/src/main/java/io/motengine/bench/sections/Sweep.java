package io.motengine.bench.sections;

import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.Course;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The engine end to end on one stream with Zipf keys, with one release after another. */
final class Sweep {
    /** What is compared is releases; more customers would only make the records' share larger. */
    private static final long CUSTOMERS_AT_MOST = 100_000;

    private final Settings settings;
    private final Screen screen;
    private final Path folder;

    Sweep(Settings settings, Screen screen, Path folder) {
        this.settings = settings.with(Map.of("customers", Math.min(settings.customers(), CUSTOMERS_AT_MOST)));
        this.screen = screen;
        this.folder = folder;
    }

    /** What was used. */
    Settings settings() {
        return settings;
    }

    /** @param releases by what is said of them, in the order in which they run */
    Map<String, Race.Result> run(Map<String, ReleaseFiles> releases) throws Exception {
        Map<String, Race.Result> results = new LinkedHashMap<>();
        EventStream stream = new EventStream(StreamSpec.busy(settings.seed(), settings.customers(), Keys.ZIPF));
        try (Stage stage = Stage.loaded(folder.resolve("broker"), stream, settings.events(), screen)) {
            EngineRun engine = new EngineRun(settings, screen, stage);
            for (Map.Entry<String, ReleaseFiles> release : releases.entrySet()) {
                Path place = folder.resolve(release.getKey().replace(' ', '-'));
                Path rules = written(release.getValue(), place.resolve("release"));
                results.put(
                        release.getKey(),
                        engine.measure(release.getKey(), place, Map.of(Course.RELEASE, rules.toString())));
            }
        }
        return results;
    }

    /** Runs, and reports what each costs beside the first. */
    void report(String title, String what, Map<String, ReleaseFiles> releases, Report report) throws Exception {
        report.add(table(title, what, run(releases)));
        report.note(title + ": Zipf keys, " + settings.customers() + " customers, on " + settings.parallelism()
                + " threads.");
    }

    static Table table(String title, String what, Map<String, Race.Result> results) {
        Table table = new Table(title, what, "events/s", "µs an event", "events", "seconds", "events/s ÷ the first");
        double first = results.values().iterator().next().perSecond();
        results.forEach((name, result) -> table.row(
                name,
                Math.round(result.perSecond()),
                1e6 / result.perSecond(),
                result.events(),
                result.seconds(),
                String.format("%.2f", result.perSecond() / first)));
        return table;
    }

    private static Path written(ReleaseFiles release, Path folder) throws IOException {
        for (Map.Entry<String, String> file : release.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }
}
