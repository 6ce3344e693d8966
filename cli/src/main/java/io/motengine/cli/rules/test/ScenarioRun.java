package io.motengine.cli.rules.test;

import io.motengine.cli.screen.Stages;
import io.motengine.engine.release.Release;
import io.motengine.engine.scenarios.Scenario;
import io.motengine.engine.scenarios.ScenarioResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays scenarios, several at a time, and says how far it is. */
public final class ScenarioRun {
    private ScenarioRun() {}

    /**
     * Plays all scenarios of a folder of rules and prints those that come otherwise than expected.
     *
     * @return whether all came as expected
     * @throws io.motengine.cli.Refusal if there are none
     */
    public static boolean passes(Path rules, Release release, Stages stages, PrintWriter out) throws IOException {
        List<ScenarioResult> results = play(new ScenarioFolders(rules).read(List.of()), release, stages);
        List<ScenarioResult> failed =
                results.stream().filter(result -> !result.isWell()).toList();
        if (failed.isEmpty()) {
            stages.done(results.size() + " scenarios as expected");
            return true;
        }
        stages.done(failed.size() + " of " + results.size() + " scenarios not as expected");
        new TestReport(out, false).print(failed, null, List.of());
        out.flush();
        return false;
    }

    static List<ScenarioResult> play(List<Scenario> scenarios, Release release, Stages stages) {
        AtomicInteger played = new AtomicInteger();
        return scenarios.parallelStream()
                .map(scenario -> {
                    ScenarioResult result = scenario.play(release);
                    stages.doing("played " + played.incrementAndGet() + " of " + scenarios.size() + " scenarios");
                    return result;
                })
                .toList();
    }
}
