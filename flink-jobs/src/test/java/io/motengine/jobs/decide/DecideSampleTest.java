package io.motengine.jobs.decide;

import static io.motengine.jobs.decide.Harness.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import io.motengine.schemas.release.ReleaseFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator writes down what came to something, and of the rest the share that policy keeps. */
class DecideSampleTest {
    private Harness harness;

    @AfterEach
    void close() throws Exception {
        harness.close();
        assertThat(Releases.held()).isZero();
    }

    /** One inflow that is too old to act upon, and one of now. */
    private List<String> decidedUpon(String nonActions) throws Exception {
        Map<String, String> files = new TreeMap<>(Harness.release("release").files());
        files.merge("policy.yaml", "decisions: { nonActions: " + nonActions + " }\n", String::concat);
        DecideSettings settings = Harness.settings(
                new ReleaseFiles(files), ClockMode.WALL, Ordering.ARRIVAL, null, DueConfig.defaults());
        harness = new Harness(new DecideOperator(settings), null, null);
        harness.process(Events.credit("e-1", "old", NOON.minus(Duration.ofDays(2)), 50_000));
        harness.process(Events.credit("e-2", "new", NOON, 50_000));
        assertThat(harness.customers(Topics.actions("app-push"))).containsExactly("new");
        return harness.customers(Topics.DECISIONS);
    }

    @Test
    void writesDownEverything_whenPolicyKeepsAll() throws Exception {
        assertThat(decidedUpon("1")).containsExactly("old", "new");
    }

    @Test
    void writesDownWhatCameToSomethingOnly_whenPolicyKeepsNothingElse() throws Exception {
        assertThat(decidedUpon("0")).containsExactly("new");
    }
}
