package io.motengine.jobs.decide;

import static io.motengine.jobs.decide.Harness.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.stops.Stops;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionRecord;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator under emergency stops, which come from beside the stream. */
class DecideStopsTest {
    private static final String PUSHES = Topics.actions("app-push");

    private final Called called = new Called();
    private Harness harness;

    @AfterEach
    void close() throws Exception {
        harness.close();
        assertThat(Releases.held()).isZero();
        assertThat(called.open).as("feeds left open").isZero();
    }

    private static final class Called implements Stops {
        private Set<String> holding = Set.of();
        private int open;

        @Override
        public Set<String> holding() {
            if (holding == null) {
                throw new IllegalStateException("lost");
            }
            return holding;
        }

        @Override
        public int size() {
            return holding.size();
        }

        @Override
        public void close() {
            open--;
        }
    }

    private Harness open(OperatorSubtaskState restored) throws Exception {
        DecideSettings settings = Harness.settings(ClockMode.WALL, Ordering.ARRIVAL, null)
                .heeding(() -> {
                    called.open++;
                    return called;
                });
        return new Harness(new DecideOperator(settings), null, restored);
    }

    private DecisionRecord lastDecision() throws Exception {
        return DecisionCodec.read(harness.written().stream()
                .filter(record -> record.topic().equals(Topics.DECISIONS))
                .reduce((first, second) -> second)
                .orElseThrow()
                .value());
    }

    @Test
    void holdsAtOnce_andIsRecorded_andIsOverAtOnce() throws Exception {
        harness = open(null);
        harness.process(Events.credit("e-1", "c-1", NOON, 50_000));

        called.holding = Set.of("all");
        harness.process(Events.credit("e-2", "c-2", NOON, 50_000));
        assertThat(harness.customers(PUSHES)).containsExactly("c-1");
        assertThat(lastDecision().candidates())
                .extracting("fate", "reason")
                .allSatisfy(fate -> assertThat(fate).hasToString("(\"dropped\", \"stopped\")"));

        called.holding = Set.of();
        harness.process(Events.credit("e-3", "c-3", NOON, 50_000));
        assertThat(harness.customers(PUSHES)).containsExactly("c-1", "c-3");
    }

    @Test
    void holdsForWhatFallsDue_too() throws Exception {
        harness = open(null);
        harness.process(Events.opensForm("e-1", "c-1", NOON));
        called.holding = Set.of("channel:in-app");

        harness.watermark(NOON.plus(Duration.ofMinutes(10)));

        assertThat(harness.customers(Topics.actions("in-app"))).isEmpty();
        assertThat(lastDecision().candidates()).extracting("reason").contains("stopped");
    }

    @Test
    void survivesARestart() throws Exception {
        harness = open(null);
        harness.process(Events.credit("e-0", "c-1", NOON, 100));
        called.holding = Set.of("strategy:inflow-welcome");
        OperatorSubtaskState saved = harness.flink().snapshot(1, 1);
        harness.close();

        harness = open(saved);
        harness.process(Events.credit("e-1", "c-1", NOON, 50_000));

        assertThat(harness.customers(PUSHES)).isEmpty();
    }

    @Test
    void fails_whenItIsNotKnownAnyMoreWhatIsStopped() throws Exception {
        harness = open(null);
        called.holding = null;

        assertThatThrownBy(() -> harness.process(Events.credit("e-1", "c-1", NOON, 50_000)))
                .hasMessage("lost");
        called.holding = Set.of();
    }
}
