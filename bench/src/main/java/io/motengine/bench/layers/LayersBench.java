package io.motengine.bench.layers;

import io.motengine.bench.Options;
import io.motengine.bench.layers.EventCost.Way;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What all layers of governance cost, by the number of candidates, and what an event costs with and without them. */
public final class LayersBench {
    private static final double TARGET = 10;

    private LayersBench() {}

    public static Report run(String[] arguments) throws RunnerException, IOException {
        Options options = new Options(arguments, Set.of("seconds", "iterations"));
        Map<Integer, RunResult> alone = new TreeMap<>();
        run(JudgeCost.class, options).forEach(result -> alone.put(candidates(result), result));
        Map<Integer, Map<Way, RunResult>> events = new TreeMap<>();
        run(EventCost.class, options)
                .forEach(result -> events.computeIfAbsent(candidates(result), number -> new TreeMap<>())
                        .put(Way.valueOf(result.getParams().getParam("way")), result));
        Report report = new Report("layers", "Cost of all layers of governance");
        report.note(LayersRelease.CARDS + " cards, a policy with every kind of rule switched on, a customer with "
                + contacts()
                + " contacts of ninety days in the ledger, one thread, warmed up. The layers alone: candidates in, "
                + "fates with their reasons in words out.");
        report.note(
                "An event: a record read from its bytes, one event decided, the record written to bytes again. Without cards: "
                        + "the moment is recorded and nobody answers it. Proposed: the rules of the cards fire, and nothing is judged, "
                        + "composed or recorded, as in a warm-up. Governed: everything.");
        report.add(alone(alone));
        report.add(events(events));
        return report;
    }

    private static Collection<RunResult> run(Class<?> benchmark, Options options) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(benchmark.getSimpleName())
                        .forks(1)
                        .threads(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(options.number("seconds", 3)))
                        .measurementIterations((int) options.number("iterations", 5))
                        .measurementTime(TimeValue.seconds(options.number("seconds", 3)))
                        .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                        .build())
                .run();
    }

    private static int candidates(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("candidates"));
    }

    private static Table alone(Map<Integer, RunResult> results) throws IOException {
        Table table = new Table(
                "The layers alone", "candidates", "microseconds", "± (99.9 %)", "target", "what becomes of them");
        for (Map.Entry<Integer, RunResult> entry : results.entrySet()) {
            JudgeCost cost = new JudgeCost();
            cost.candidates = entry.getKey();
            cost.live();
            table.row(entry.getKey(), micros(entry.getValue()), error(entry.getValue()), TARGET, cost.outcome());
        }
        return table;
    }

    private static Table events(Map<Integer, Map<Way, RunResult>> results) {
        Table table = new Table(
                "An event, in microseconds",
                "candidates",
                "without cards",
                "± (99.9 %)",
                "proposed",
                "± (99.9 %)",
                "governed",
                "± (99.9 %)",
                "governed − without cards");
        results.forEach((candidates, ways) -> table.row(
                candidates,
                micros(ways.get(Way.NO_CARDS)),
                error(ways.get(Way.NO_CARDS)),
                micros(ways.get(Way.PROPOSED)),
                error(ways.get(Way.PROPOSED)),
                micros(ways.get(Way.GOVERNED)),
                error(ways.get(Way.GOVERNED)),
                micros(ways.get(Way.GOVERNED)) - micros(ways.get(Way.NO_CARDS))));
        return table;
    }

    private static double micros(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double error(RunResult result) {
        return result.getPrimaryResult().getScoreError();
    }

    private static int contacts() throws IOException {
        JudgeCost cost = new JudgeCost();
        cost.candidates = 1;
        cost.live();
        return cost.contacts();
    }
}
