package io.motengine.bench.event;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What an event costs: time and allocation, as a whole and by its parts. */
public final class EventBench {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final double TARGET = 1_024;
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("envelope", "envelope read");
        PARTS.put("decode", "envelope read, body bound");
        PARTS.put("decide", "read, bound, decided");
        PARTS.put("read", "record from bytes");
        PARTS.put("write", "record to bytes");
    }

    private EventBench() {}

    public static Report run(String[] arguments) throws RunnerException {
        Options options = new Options(arguments, Set.of("seconds", "iterations"));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(EventCost.class.getName() + "\\.")
                        .forks(1)
                        .threads(1)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(options.number("seconds", 3)))
                        .measurementIterations((int) options.number("iterations", 5))
                        .measurementTime(TimeValue.seconds(options.number("seconds", 3)))
                        .addProfiler(GCProfiler.class)
                        .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                        .build())
                .run();
        Report report = new Report("event", "Cost of an event");
        report.note(
                "The rules of rules/, clicks and transactions of 2,000 customers who have lived for three months; one"
                        + " thread, records in memory. What falls due meanwhile runs before the event and is in the time"
                        + " of what is decided.");
        report.add(parts(results));
        report.add(kinds(results));
        return report;
    }

    private static Table parts(Collection<RunResult> results) {
        Table table = new Table("An event and its parts", "what", "ns", "± (99.9 %)", "bytes allocated");
        PARTS.forEach((name, title) -> {
            RunResult result = result(results, name);
            table.row(
                    title,
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError(),
                    secondary(result, ALLOCATED));
        });
        return table;
    }

    private static Table kinds(Collection<RunResult> results) {
        RunResult decided = result(results, "decide");
        Table table = new Table(
                "Read, bound, decided: bytes by what came of it", "what came of it", "number", "bytes each", "target");
        for (List<String> kind : List.of(
                List.of("nothing", "quietEvents", "quietBytes"),
                List.of("a decision record", "recordedEvents", "recordedBytes"),
                List.of("something that fell due", "dues", "dueBytes"))) {
            double number = secondary(decided, kind.get(1));
            table.row(
                    kind.get(0),
                    (long) number,
                    secondary(decided, kind.get(2)) / number,
                    kind.get(0).equals("nothing") ? TARGET : "");
        }
        return table;
    }

    private static RunResult result(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
                .findFirst()
                .orElseThrow();
    }

    private static double secondary(RunResult result, String name) {
        Result<?> found = result.getSecondaryResults().get(name);
        return found == null ? Double.NaN : found.getScore();
    }
}
