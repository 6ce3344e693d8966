package io.motengine.jobs.decide;

import static io.motengine.jobs.decide.Harness.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A jump of time with many customers due. Those whose name begins with s are due for service. */
class DueDrainTest {
    private static final String IN_APP = Topics.actions("in-app");
    private static final Instant ALL_DUE = NOON.plus(Duration.ofHours(1));
    private static final int A_DAY = 20_000;
    private static final int SERVICE = 2_000;
    private static final int PER_SECOND = 2_000;
    private static final int BURST = PER_SECOND / 10;
    private static final Dues BY_NAME = (urgency, state) ->
            state.customer().startsWith("s-") == (urgency == Urgency.SERVICE) ? state.nextDue() : CustomerState.NEVER;

    private Harness harness;

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aDayDoesNotStopEventsNorCheckpoints() throws Exception {
        harness = open(ClockMode.WALL, null);
        customers("m-", A_DAY);
        harness.watermark(ALL_DUE);
        harness.pass(1_000);
        assertThat(woken()).isNotEmpty().hasSizeLessThan(A_DAY);

        harness.process(Events.credit("e-new", "m-17777", ALL_DUE, 50_000));
        assertThat(harness.customers(Topics.actions("app-push"))).containsExactly("m-17777");

        OperatorSubtaskState checkpoint = harness.flink().snapshot(1, 1);
        List<String> before = woken();
        assertThat(before).hasSizeLessThan(A_DAY);
        harness.close();
        harness = open(ClockMode.WALL, checkpoint);
        assertThat(woken()).isEmpty();
        harness.watermark(ALL_DUE);
        passUntilDone(A_DAY - before.size());

        List<String> all = new ArrayList<>(before);
        all.addAll(woken());
        assertThat(all).hasSize(A_DAY);
        assertThat(new HashSet<>(all)).hasSize(A_DAY);
    }

    @Test
    void serviceGoesFirst_andKnowsNoLimit() throws Exception {
        harness = open(ClockMode.WALL, null);
        customers("m-", SERVICE);
        customers("s-", SERVICE);

        harness.watermark(ALL_DUE);
        int passed = passUntilDone(2 * SERVICE);

        List<String> woken = woken();
        assertThat(woken.subList(0, SERVICE)).allMatch(customer -> customer.startsWith("s-"));
        assertThat(woken).hasSize(2 * SERVICE).doesNotHaveDuplicates();
        assertThat(passed).isGreaterThanOrEqualTo(1_000 * (SERVICE - BURST) / PER_SECOND);
    }

    @Test
    void serviceThatFallsDueLaterOvertakesWaitingMarketing() throws Exception {
        harness = open(ClockMode.WALL, null);
        customers("m-", SERVICE);
        harness.watermark(NOON.plus(Duration.ofMinutes(30)));
        harness.process(Events.opensForm("late", "s-late", NOON.plus(Duration.ofMinutes(31))));
        assertThat(woken()).hasSizeLessThan(SERVICE);

        harness.watermark(NOON.plus(Duration.ofMinutes(42)));
        harness.pass(20);

        assertThat(woken()).contains("s-late").hasSizeLessThan(SERVICE);
    }

    @Test
    void aSliceIsShort_andLeavesEventsAsMuchTimeAsItTook() throws Exception {
        harness = open(ClockMode.WALL, null);
        customers("s-", 5 * DueDrain.MOST_IN_SLICE);
        harness.watermark(ALL_DUE);
        assertThat(slice(0)).isEqualTo(DueDrain.MOST_IN_SLICE);
        harness.pass(5);

        assertThat(slice(1)).isEqualTo(DueDrain.MOST_IN_SLICE);
        harness.process(Events.looks("between", "c-1", ALL_DUE));
        assertThat(slice(1)).isEqualTo(DueDrain.MOST_IN_SLICE);
        assertThat(slice(4)).isZero();
        assertThat(slice(1)).isEqualTo(DueDrain.MOST_IN_SLICE);
    }

    @Test
    void marketingLeavesAtABoundedRate() throws Exception {
        harness = open(ClockMode.WALL, null);
        customers("m-", 5_000);

        harness.watermark(ALL_DUE);
        int passed = 0;
        while (woken().size() < 5_000) {
            assertThat(woken().size()).isLessThanOrEqualTo(BURST + PER_SECOND * passed / 1_000);
            harness.pass(10);
            passed += 10;
        }

        // Nor is it slower: as many come in as go out.
        assertThat(passed).isEqualTo(1_000 * (5_000 - BURST) / PER_SECOND);
    }

    @Test
    void onlyWhatIsDueCosts_notATimerThatFiresForNothing() throws Exception {
        harness = open(ClockMode.WALL, null);
        customers("m-", 1_000);
        for (int i = 0; i < 1_000; i++) {
            harness.process(Events.submitsForm("f-" + i, "m-" + i, NOON.plusSeconds(60)));
        }
        harness.process(Events.opensForm("last", "m-last", NOON.plusSeconds(60)));

        harness.watermark(ALL_DUE);
        for (int i = 0; i < 10; i++) {
            harness.pass(10);
        }

        assertThat(woken()).containsExactly("m-last");
    }

    @Test
    void aSimulationKnowsNoLimit() throws Exception {
        harness = open(ClockMode.EVENT, null);
        customers("m-", 5_000);

        harness.watermark(ALL_DUE);
        int passed = passUntilDone(5_000);

        assertThat(passed).isLessThanOrEqualTo(10 * 5_000 / DueDrain.MOST_IN_SLICE);
    }

    @Test
    void everythingDueRunsBeforeTheEnd() throws Exception {
        harness = open(ClockMode.WALL, null);
        customers("m-", 5_000);
        harness.watermark(ALL_DUE);
        assertThat(woken()).hasSizeLessThan(5_000);

        harness.flink().getOperator().finish();

        assertThat(woken()).hasSize(5_000).doesNotHaveDuplicates();
    }

    private static Harness open(ClockMode mode, OperatorSubtaskState restored) throws Exception {
        DecideSettings settings = Harness.settings(
                Harness.release("release"), mode, Ordering.ARRIVAL, null, new DueConfig(PER_SECOND, null));
        return new Harness(new DecideOperator(settings, BY_NAME), null, restored);
    }

    /** So many customers open the form, and nothing more. */
    private void customers(String prefix, int count) throws Exception {
        for (int i : IntStream.range(0, count).toArray()) {
            harness.process(Events.opensForm(prefix + i, prefix + i, NOON));
        }
    }

    /** Returns how many milliseconds that took, by the clock stepped by hand. */
    private int passUntilDone(int customers) throws Exception {
        int passed = 0;
        while (woken().size() < customers) {
            harness.pass(10);
            passed += 10;
            assertThat(passed).isLessThan(600_000);
        }
        return passed;
    }

    /** Returns how many more customers have been woken up after so many milliseconds. */
    private int slice(long millis) throws Exception {
        int before = millis == 0 ? 0 : woken().size();
        harness.pass(millis);
        return woken().size() - before;
    }

    private List<String> woken() {
        return harness.customers(IN_APP);
    }
}
