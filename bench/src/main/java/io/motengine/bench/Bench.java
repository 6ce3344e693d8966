package io.motengine.bench;

import io.motengine.bench.check.CheckBench;
import io.motengine.bench.cost.CostBench;
import io.motengine.bench.customers.CustomersBench;
import io.motengine.bench.event.EventBench;
import io.motengine.bench.layers.LayersBench;
import io.motengine.bench.results.Report;
import io.motengine.bench.rules.RulesBench;
import io.motengine.bench.sections.EndToEnd;
import io.motengine.bench.simulate.SimulateBench;
import io.motengine.bench.state.StateBench;
import io.motengine.bench.swap.SwapBench;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs one benchmark and writes what it found. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        Path folder = Path.of(System.getProperty("bench.results", "bench/results"));
        String command = "bench/bench " + String.join(" ", arguments);
        Report report =
                switch (arguments.length == 0 ? "" : arguments[0]) {
                    case "state" -> StateBench.run(rest);
                    case "cost" -> CostBench.run(rest);
                    case "layers" -> LayersBench.run(rest);
                    case "population" -> CustomersBench.run(rest);
                    case "check" -> CheckBench.run(rest);
                    case "simulate" -> SimulateBench.run(rest);
                    case "matching" -> RulesBench.run(rest);
                    case "event" -> EventBench.run(rest);
                    case "soak" -> SwapBench.soak(rest);
                    default -> EndToEnd.run(arguments, found -> found.save(folder, command));
                };
        report.write(folder, command);
    }
}
