package io.motengine.bench.sections;

import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.Course;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.rules.RulesRelease;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an event costs by how many rules there are: in the whole job, and in the engine alone. */
final class RulesSection {
    private static final int FEW = 20;
    private static final int MANY = 1_000;
    private static final List<Integer> RULES = List.of(FEW, 200, MANY);
    /** What is compared is rules; more customers would only make the records' share larger. */
    private static final long CUSTOMERS_AT_MOST = 100_000;

    private final Settings settings;
    private final Screen screen;
    private final Path folder;
    private final Report report;

    RulesSection(Settings settings, Screen screen, Path folder, Report report) {
        this.settings = settings.with(Map.of("customers", Math.min(settings.customers(), CUSTOMERS_AT_MOST)));
        this.screen = screen;
        this.folder = folder;
        this.report = report;
    }

    void run() throws Exception {
        Map<Integer, EngineCost> alone = new TreeMap<>();
        for (int rules : RULES) {
            screen.step(rules + " rules, engine alone");
            alone.put(rules, EngineCost.of(ReleaseCompiler.compile(RulesRelease.files(rules)), settings));
        }
        report.ratios()
                .put(
                        "rules_1000_over_20_engine",
                        alone.get(MANY).nanosEach() / alone.get(FEW).nanosEach());
        Map<Integer, Double> micros = endToEnd();
        report.ratios().put("rules_1000_over_20_end_to_end", micros.get(MANY) / micros.get(FEW));
        Table table = new Table(
                "Cost of an event by rules",
                "rules",
                "end to end, µs",
                "in the engine, µs",
                "rule sessions, % of events");
        for (int rules : RULES) {
            EngineCost cost = alone.get(rules);
            table.row(
                    String.valueOf(rules),
                    micros.get(rules),
                    String.format("%.2f", cost.nanosEach() / 1e3),
                    String.format("%.2f", cost.sessionShare() * 100));
        }
        report.add(table);
        report.note("Cost by rules: Zipf keys, " + settings.customers() + " customers end to end, on "
                + settings.parallelism() + " threads. In the engine: one thread, records in memory, decoding, deciding"
                + " and what falls due.");
    }

    private Map<Integer, Double> endToEnd() throws Exception {
        Map<Integer, Double> micros = new TreeMap<>();
        EventStream stream = new EventStream(StreamSpec.busy(settings.seed(), settings.customers(), Keys.ZIPF));
        try (Stage stage = Stage.loaded(folder.resolve("broker"), stream, settings.events(), screen)) {
            for (int rules : RULES) {
                Path place = folder.resolve("rules-" + rules);
                Path release = written(RulesRelease.files(rules), place.resolve("release"));
                Race.Result result = new EngineRun(settings, screen, stage)
                        .measure(rules + " rules", place, Map.of(Course.RELEASE, release.toString()));
                micros.put(rules, 1e6 / result.perSecond());
            }
        }
        return micros;
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
