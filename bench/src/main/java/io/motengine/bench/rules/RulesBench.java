package io.motengine.bench.rules;

import io.motengine.bench.Options;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What an event costs by the number of rules, with a rule session for every event and only where one is needed. */
public final class RulesBench {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private RulesBench() {}

    public static Report run(String[] arguments) throws RunnerException, IOException {
        Options options = new Options(arguments, Set.of("seconds", "iterations", "rules"));
        ChainedOptionsBuilder settings = new OptionsBuilder()
                .include(RuleCost.class.getSimpleName())
                .forks(1)
                .threads(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(options.number("seconds", 2)))
                .measurementIterations((int) options.number("iterations", 4))
                .measurementTime(TimeValue.seconds(options.number("seconds", 2)))
                .addProfiler(GCProfiler.class)
                .jvmArgs("-Xmx1500m", "-XX:+UseSerialGC");
        long only = options.number("rules", 0);
        if (only > 0) {
            settings.param("rules", Long.toString(only));
        }
        Collection<RunResult> results = new Runner(settings.build()).run();
        Report report = new Report(only > 0 ? "rules-" + only : "rules", "Cost of an event by number of rules");
        report.note("One thread: a record read from its bytes, the body bound, decided upon. Opens none: a transaction"
                + " that only stage rules have something to say of. One: it raises a moment. Join: it opens a rule"
                + " that joins facts, which raises a moment. By session: every event enters a rule session. By"
                + " sieve: only what opens a rule that needs one.");
        Table table = new Table("One event", "opens, by, rules", "ns", "± (99.9 %)", "bytes allocated");
        Map<String, Double> nanos = new HashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getParam("opens") + ", "
                    + result.getParams().getParam("by");
            String rules = result.getParams().getParam("rules");
            double score = result.getPrimaryResult().getScore();
            nanos.put(name + ", " + rules, score);
            table.row(
                    name + ", " + rules,
                    score,
                    result.getPrimaryResult().getScoreError(),
                    result.getSecondaryResults().get(ALLOCATED).getScore());
        }
        report.add(table);
        if (only == 0) {
            Table ratios = new Table("Cost with 1,000 rules to that with 20", "opens, by", "ratio");
            for (String opens : new String[] {"none", "one", "join"}) {
                for (String by : new String[] {"sieve", "session"}) {
                    String name = opens + ", " + by;
                    ratios.row(name, String.format("%.2f", nanos.get(name + ", 1000") / nanos.get(name + ", 20")));
                }
            }
            report.add(ratios);
        }
        return report;
    }
}
