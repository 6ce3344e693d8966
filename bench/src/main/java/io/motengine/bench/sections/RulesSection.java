package io.motengine.bench.sections;

import io.motengine.bench.arena.Race;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.rules.RulesRelease;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an event costs by how many rules there are: in the whole job, and in the engine alone. */
final class RulesSection {
    private static final int FEW = 20;
    private static final int MANY = 1_000;
    private static final List<Integer> RULES = List.of(FEW, 200, MANY);

    private final Settings settings;
    private final Screen screen;
    private final Sweep sweep;
    private final Report report;

    RulesSection(Settings settings, Screen screen, Path folder, Report report) {
        this.sweep = new Sweep(settings, screen, folder);
        this.settings = sweep.settings();
        this.screen = screen;
        this.report = report;
    }

    void run() throws Exception {
        List<Integer> numbers = numbers();
        Map<Integer, EngineCost> alone = new TreeMap<>();
        for (int rules : numbers) {
            screen.step(rules + " rules, engine alone");
            alone.put(rules, EngineCost.of(ReleaseCompiler.compile(RulesRelease.files(rules)), settings));
        }
        report.ratios()
                .put(
                        "rules_1000_over_20_engine",
                        alone.get(MANY).nanosEach() / alone.get(FEW).nanosEach());
        Map<Integer, Double> micros = endToEnd(numbers);
        report.ratios().put("rules_1000_over_20_end_to_end", micros.get(MANY) / micros.get(FEW));
        Table table = new Table(
                "Cost of an event by rules",
                "rules",
                "end to end, µs",
                "in the engine, µs",
                "rule sessions, % of events");
        for (int rules : numbers) {
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

    /** And as many as are asked for: of five thousand it takes a minute or two until they are compiled. */
    private List<Integer> numbers() {
        return Stream.concat(RULES.stream(), settings.moreRules().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Map<Integer, Double> endToEnd(List<Integer> numbers) throws Exception {
        Map<String, ReleaseFiles> releases = new LinkedHashMap<>();
        for (int rules : numbers) {
            releases.put(rules + " rules", RulesRelease.files(rules));
        }
        Map<String, Race.Result> results = sweep.run(releases);
        return numbers.stream()
                .collect(Collectors.toMap(
                        rules -> rules,
                        rules -> 1e6 / results.get(rules + " rules").perSecond()));
    }
}
