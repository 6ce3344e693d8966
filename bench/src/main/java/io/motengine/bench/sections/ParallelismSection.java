package io.motengine.bench.sections;

import io.motengine.bench.arena.Fill;
import io.motengine.bench.arena.Race;
import io.motengine.bench.results.Report;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the engine reads on one thread and on two, from the same records. */
final class ParallelismSection {
    private static final List<Integer> THREADS = List.of(1, 2);
    private final Settings settings;
    private final Screen screen;
    private final Path folder;
    private final Report report;

    ParallelismSection(Settings settings, Screen screen, Path folder, Report report) {
        this.settings = settings;
        this.screen = screen;
        this.folder = folder;
        this.report = report;
    }

    void run() throws Exception {
        Map<String, Race.Result> results = new LinkedHashMap<>();
        EventStream stream = new EventStream(StreamSpec.busy(settings.seed(), settings.customers(), Keys.ZIPF));
        try (Stage stage = Stage.loaded(folder.resolve("broker"), stream, settings.events(), screen)) {
            Fill state = new EngineRun(settings, screen, stage).filled("the reference release", folder, Map.of());
            for (int threads : THREADS) {
                Settings own = settings.with(Map.of("parallelism", (long) threads));
                results.put(
                        Integer.toString(threads),
                        new EngineRun(own, screen, stage)
                                .measure(
                                        threads + " of the job's threads",
                                        folder.resolve("threads-" + threads),
                                        state,
                                        Map.of()));
            }
        }
        report.add(Sweep.table("Parallelism", "threads of the job", results));
        report.note("Parallelism: Zipf keys, " + settings.customers()
                + " customers. Broker, compiler and collector of garbage share the machine's cores with the job, whatever"
                + " its parallelism.");
    }
}
