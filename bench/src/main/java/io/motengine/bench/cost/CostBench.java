package io.motengine.bench.cost;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What an event costs by the number of features declared, and by the number touched. */
public final class CostBench {
    private CostBench() {}

    public static Report run(String[] arguments) throws RunnerException, IOException {
        Options options = new Options(arguments, Set.of("seconds", "iterations"));
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(FeatureCost.class.getSimpleName())
                        .forks(1)
                        .threads(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(options.number("seconds", 3)))
                        .measurementIterations((int) options.number("iterations", 5))
                        .measurementTime(TimeValue.seconds(options.number("seconds", 3)))
                        .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                        .build())
                .run();
        Report report = new Report("cost", "Cost of an event by number of features");
        report.note("One thread: a record read from its bytes, one event decided, the record written to bytes again. "
                + "Five: each event touches five features, however many are declared. All: each event touches all.");
        Table table = new Table(
                "Events per second", "touched, declared", "events/s", "± (99.9 %)", "microseconds", "record bytes");
        Map<String, Double> micros = new HashMap<>();
        for (RunResult result : results) {
            String touched = result.getParams().getParam("touched");
            int declared = Integer.parseInt(result.getParams().getParam("declared"));
            double score = result.getPrimaryResult().getScore();
            micros.put(touched + declared, 1e6 / score);
            table.row(
                    touched + ", " + declared,
                    score,
                    result.getPrimaryResult().getScoreError(),
                    1e6 / score,
                    recordBytes(declared, touched));
        }
        report.add(table);
        report.add(new Table("Cost of 200 declared to 10", "touched", "ratio")
                .row("five", ratio(micros, "five"))
                .row("all", ratio(micros, "all")));
        return report;
    }

    private static String ratio(Map<String, Double> micros, String touched) {
        return String.format("%.2f", micros.get(touched + 200) / micros.get(touched + 10));
    }

    private static int recordBytes(int declared, String touched) throws IOException {
        FeatureCost cost = new FeatureCost();
        cost.declared = declared;
        cost.touched = touched;
        cost.live();
        try {
            return cost.recordBytes();
        } finally {
            cost.close();
        }
    }
}
