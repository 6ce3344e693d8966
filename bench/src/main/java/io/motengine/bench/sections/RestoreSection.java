package io.motengine.bench.sections;

import io.motengine.bench.arena.Fill;
import io.motengine.bench.arena.Race;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import java.nio.file.Path;
import java.util.Map;

/** How long it takes from the start of a job until it decides: without state, and from a savepoint with every customer's record. */
final class RestoreSection {
    /** There need only be something to read. */
    private static final long EVENTS_AT_MOST = 100_000;

    private final Settings settings;
    private final Screen screen;
    private final Path folder;
    private final Report report;

    RestoreSection(Settings settings, Screen screen, Path folder, Report report) {
        this.settings = settings;
        this.screen = screen;
        this.folder = folder;
        this.report = report;
    }

    void run() throws Exception {
        Table table = new Table(
                "From start to the first decided events", "records restored", "seconds", "of these in the job", "MiB");
        EventStream stream = new EventStream(StreamSpec.busy(settings.seed(), settings.customers(), Keys.ZIPF));
        long events = Math.min(settings.events(), EVENTS_AT_MOST);
        try (Stage stage = Stage.loaded(folder.resolve("broker"), stream, events, screen)) {
            EngineRun engine = new EngineRun(settings, screen, stage);
            row(table, 0, engine.begin("without records", folder.resolve("none"), null), 0);
            Fill state = engine.filled("the reference release", folder, Map.of());
            Race.Beginning beginning =
                    engine.begin(settings.customers() + " records", folder.resolve("records"), state);
            row(table, settings.customers(), beginning, state.bytes());
        }
        report.add(table);
        report.note("Restore: a native savepoint on the local disk, " + settings.parallelism()
                + " threads. After its JVM the process starts Flink and the job, which reads the releases that were ordered,"
                + " compiles its own, restores, and decides; told to a tenth of a second, by the first hundred records that the"
                + " decision operator has taken.");
    }

    private static void row(Table table, long records, Race.Beginning beginning, long bytes) {
        table.row(String.format("%,d", records), beginning.ofProcess(), beginning.ofJob(), (double) bytes / (1 << 20));
    }
}
