package io.motengine.bench.sections;

import io.motengine.bench.arena.Fill;
import io.motengine.bench.arena.OpenLoop;
import io.motengine.bench.arena.Race;
import io.motengine.bench.contest.Course;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long after its event an action can be read, at half and at four fifths of what the engine can read at most. */
final class Latency {
    private static final double MICROS_PER_MILLI = 1e3;
    private final Settings settings;
    private final Screen screen;
    private final Path folder;
    private final Report report;

    Latency(Settings settings, Screen screen, Path folder, Report report) {
        this.settings = settings;
        this.screen = screen;
        this.folder = folder;
        this.report = report;
    }

    /** @param most events a second that the engine reads with Zipf keys */
    void run(double most) throws Exception {
        Table table = new Table(
                "Event to action",
                "load",
                "events/s",
                "actions measured",
                "p50, ms",
                "p99, ms",
                "p99.9, ms",
                "longest, ms");
        Fill state = null;
        for (double load : new double[] {0.5, 0.8}) {
            Path own = folder.resolve("load-" + Math.round(load * 100));
            try (Stage stage = Stage.empty(own.resolve("broker"))) {
                if (state == null) {
                    screen.step("a record for each customer, for the engine");
                    state = Fill.of(
                            "engine",
                            settings.course(stage.bootstrap(), folder.resolve("engine-state"), Map.of()),
                            settings.heapMib());
                }
                screen.step(String.format(Locale.ROOT, "latency at %,.0f events/s", most * load));
                Histogram micros = measure(stage, own, state, most * load);
                row(table, load, most * load, micros);
                if (load == 0.5) {
                    report.ratios().put("latency_half_load_p50_ms", millis(micros, 50));
                    report.ratios().put("latency_half_load_p99_ms", millis(micros, 99));
                }
            }
        }
        report.add(table);
    }

    private Histogram measure(Stage stage, Path own, Fill state, double perSecond) throws Exception {
        EventStream stream = new EventStream(StreamSpec.busy(settings.seed(), settings.customers(), Keys.ZIPF));
        OpenLoop sender = new OpenLoop(stage.bootstrap(), stream, perSecond);
        Histogram[] found = new Histogram[1];
        Course course = settings.course(
                stage.bootstrap(),
                own.resolve("engine"),
                Map.of(Course.STATE, state.state().toString()));
        new Race("engine", course, settings.heapMib())
                .during(
                        sender::first,
                        OpenLoop.FIRST,
                        () -> found[0] = sender.run(settings.warm(), settings.measured()));
        if (found[0].getTotalCount() == 0) {
            throw new IOException("no action came of " + perSecond + " events/s in "
                    + settings.measured().toSeconds() + " s (expected: some; more seconds, or a higher rate)");
        }
        return found[0];
    }

    private static void row(Table table, double load, double perSecond, Histogram micros) {
        table.row(
                Math.round(load * 100) + "%",
                Math.round(perSecond),
                micros.getTotalCount(),
                millis(micros, 50),
                millis(micros, 99),
                millis(micros, 99.9),
                micros.getMaxValue() / MICROS_PER_MILLI);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
