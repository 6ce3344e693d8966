package io.motengine.bench.sections;

import io.motengine.bench.arena.Fill;
import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.Bare;
import io.motengine.bench.contest.Contestant;
import io.motengine.bench.contest.Contestants;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.HandWritten;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All contestants side by side, each on the same stream from the same state, with both distributions of keys. */
final class Throughput {
    private static final double THOUSAND = 1e3;
    private final Settings settings;
    private final Set<String> only;
    private final Screen screen;
    private final Path folder;
    private final Report report;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private Fill engineState;
    private Fill bareState;
    private Map<String, String> like = Map.of();

    /** @param only names of those that race; empty for all */
    Throughput(Settings settings, Set<String> only, Screen screen, Path folder, Report report) {
        this.settings = settings;
        this.only = only;
        this.screen = screen;
        this.folder = folder;
        this.report = report;
    }

    /** Events a second that the engine reads with Zipf keys; 0 if it did not run. */
    double run() throws Exception {
        Map<String, Map<Keys, Double>> found = new LinkedHashMap<>();
        Table table = new Table(
                "Throughput",
                "contestant",
                "keys",
                "events/s",
                "events",
                "seconds",
                "outputs per 1,000 events",
                "actions per 1,000 events",
                "bytes an output");
        for (Keys keys : Keys.values()) {
            EventStream stream = new EventStream(StreamSpec.busy(settings.seed(), settings.customers(), keys));
            try (Stage stage = Stage.loaded(folder.resolve(keys.word()), stream, settings.events(), screen)) {
                fillEngine(stage);
                for (Contestant contestant : Contestants.all()) {
                    if (races(contestant, keys)) {
                        race(stage, contestant, keys, found, table);
                    }
                }
            }
        }
        report.add(table);
        failures.forEach((who, why) -> report.note("Did not run: " + who + ": " + why));
        ratios(found);
        return found.getOrDefault("engine", Map.of()).getOrDefault(Keys.ZIPF, 0.0);
    }

    /** Peers race where the figure with a target is, with Zipf keys. */
    private boolean races(Contestant contestant, Keys keys) {
        return (only.isEmpty() || only.contains(contestant.name()))
                && (keys == Keys.ZIPF || !Contestants.peers().contains(contestant.name()));
    }

    private void race(Stage stage, Contestant contestant, Keys keys, Map<String, Map<Keys, Double>> found, Table table)
            throws InterruptedException {
        String name = contestant.name();
        screen.step(name + ", " + keys.word());
        try {
            Outputs before = Outputs.of(stage.broker());
            Race.Result result = measure(stage, name, course(stage, contestant, keys));
            Outputs outputs = Outputs.of(stage.broker()).since(before);
            if (outputs.deadLetters() > 0) {
                throw new IllegalStateException(outputs.deadLetters() + " dead letters (expected: none)");
            }
            if (name.equals("engine")) {
                like = Map.of(
                        Bare.RECORD_BYTES, Integer.toString(engineState.recordBytes()),
                        Bare.OUTPUT_BYTES, Long.toString(Math.max(1, outputs.bytesEach())),
                        Bare.OUTPUTS_PER_THOUSAND,
                                Long.toString(Math.round(outputs.records() * THOUSAND / result.read())));
            }
            screen.step(String.format(Locale.ROOT, "      %,.0f events/s", result.perSecond()));
            found.computeIfAbsent(name, any -> new HashMap<>()).put(keys, result.perSecond());
            table.row(
                    name,
                    keys.word(),
                    Math.round(result.perSecond()),
                    result.events(),
                    result.seconds(),
                    outputs.records() * THOUSAND / result.read(),
                    outputs.actions() * THOUSAND / result.read(),
                    outputs.bytesEach());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // One that does not run must not hide what the others do; its figures are absent then, and the reason is
            // told.
            screen.step("      " + e.getMessage());
            failures.put(name + ", " + keys.word(), String.valueOf(e.getMessage()));
        }
    }

    /** Twice if need be: on a busy machine a client gives up now and then, and what it had read by then is no figure. */
    private Race.Result measure(Stage stage, String name, Course course) throws Exception {
        boolean peer = Contestants.peers().contains(name);
        Race.Marks marks = peer ? settings.marksOfPeers() : settings.marks();
        try {
            return new Race(name, course, settings.heapMib()).measure(stage.events(), marks);
        } catch (IOException e) {
            screen.step("      " + e.getMessage() + "; once more");
            return new Race(name, course, settings.heapMib()).measure(stage.events(), marks);
        }
    }

    private Course course(Stage stage, Contestant contestant, Keys keys) throws Exception {
        Map<String, String> more = new HashMap<>(like);
        switch (contestant.name()) {
            case "engine", HandWritten.NAME ->
                more.put(Course.STATE, engineState.state().toString());
            case "bare" -> {
                fillBare(stage);
                more.put(Course.STATE, bareState.state().toString());
            }
            default -> {
                // Detects moments only, or nothing: its state comes from the events themselves.
            }
        }
        return settings.course(stage.bootstrap(), folder.resolve(contestant.name() + "-" + keys.word()), more);
    }

    private void fillEngine(Stage stage) throws Exception {
        if (engineState == null) {
            screen.step("a record for each customer, for the engine");
            engineState = Fill.of(
                    "engine",
                    settings.course(stage.bootstrap(), folder.resolve("engine-state"), Map.of()),
                    settings.heapMib());
        }
    }

    private void fillBare(Stage stage) throws Exception {
        if (bareState == null) {
            if (like.isEmpty()) {
                throw new IllegalStateException("the engine has not run, so it is not known what bare is to put out");
            }
            screen.step("a record for each customer, for bare");
            bareState = Fill.of(
                    "bare", settings.course(stage.bootstrap(), folder.resolve("bare-state"), like), settings.heapMib());
        }
    }

    private void ratios(Map<String, Map<Keys, Double>> found) {
        ratio("engine_over_bare_uniform", found, "engine", "bare", Keys.UNIFORM);
        ratio("engine_over_bare_zipf", found, "engine", "bare", Keys.ZIPF);
        ratio("engine_over_limit_zipf", found, "engine", "limit", Keys.ZIPF);
        List<String> peers = Contestants.peers();
        found.entrySet().stream()
                .filter(entry ->
                        peers.contains(entry.getKey()) && entry.getValue().containsKey(Keys.ZIPF))
                .mapToDouble(entry -> entry.getValue().get(Keys.ZIPF))
                .max()
                .ifPresent(best -> {
                    Double engine = found.getOrDefault("engine", Map.of()).get(Keys.ZIPF);
                    if (engine != null) {
                        report.ratios().put("best_peer_over_engine", best / engine);
                    }
                });
    }

    private void ratio(String key, Map<String, Map<Keys, Double>> found, String over, String under, Keys keys) {
        Double above = found.getOrDefault(over, Map.of()).get(keys);
        Double below = found.getOrDefault(under, Map.of()).get(keys);
        if (above != null && below != null) {
            report.ratios().put(key, above / below);
        }
    }
}
