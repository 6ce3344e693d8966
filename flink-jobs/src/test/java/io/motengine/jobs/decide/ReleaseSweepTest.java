package io.motengine.jobs.decide;

import static io.motengine.jobs.decide.Harness.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import io.motengine.schemas.release.ReleaseFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first release knows no dates; the second wakes customers up three days before a maturity. */
class ReleaseSweepTest {
    private static final ReleaseFiles WITHOUT_DATES = Harness.release("release");
    private static final ReleaseFiles WITH_DATES = Harness.release("savepoint-v1/release");
    private static final LocalDate MATURES = LocalDate.parse("2026-03-20");
    private static final Instant BEFORE_TICK = Instant.parse("2026-03-16T23:59:59.999Z");
    private static final Instant TICK = Instant.parse("2026-03-17T00:00:00Z");
    private static final int CUSTOMERS = 1_500;
    private static final int PER_SECOND = 1_000;
    private static final int BURST = PER_SECOND / 10;

    private Harness harness;

    static Stream<StateBackend> backends() {
        return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void sleepingCustomersHearOfANewRelease(StateBackend backend) throws Exception {
        OperatorSubtaskState saved = asleep(backend);

        harness = open(WITH_DATES, Ordering.ARRIVAL, backend, saved);
        harness.process(Events.looks("between", "c-new", NOON));
        finishSweep();
        harness.watermark(BEFORE_TICK);
        harness.pass(100);
        assertThat(harness.written()).isEmpty();

        wakeAll();
        assertThat(harness.customers(Topics.DECISIONS)).hasSize(CUSTOMERS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void beginsAgain_afterACrashInTheMiddle(StateBackend backend) throws Exception {
        OperatorSubtaskState saved = asleep(backend);
        harness = open(WITH_DATES, Ordering.ARRIVAL, backend, saved);
        harness.pass(500);
        assertThat(timers()).isBetween(1, CUSTOMERS - 1);
        OperatorSubtaskState inTheMiddle = harness.flink().snapshot(2, 2);
        harness.close();

        harness = open(WITH_DATES, Ordering.ARRIVAL, backend, inTheMiddle);
        finishSweep();
        wakeAll();

        assertThat(harness.customers(Topics.DECISIONS)).hasSize(CUSTOMERS).doesNotHaveDuplicates();
    }

    @Test
    void looksAtABoundedNumberOfCustomersASecond() throws Exception {
        OperatorSubtaskState saved = asleep(null);
        harness = open(WITH_DATES, Ordering.ARRIVAL, null, saved);

        int passed = 0;
        while (timers() < CUSTOMERS) {
            assertThat(timers()).isLessThanOrEqualTo(BURST + PER_SECOND * passed / 1_000);
            harness.pass(10);
            passed += 10;
        }

        assertThat(passed).isEqualTo(1_000 * (CUSTOMERS - BURST) / PER_SECOND);
    }

    @Test
    void noOneIsLookedAt_underTheSameRelease() throws Exception {
        OperatorSubtaskState saved = asleep(null);
        harness = open(WITH_DATES, Ordering.ARRIVAL, null, saved);
        finishSweep();
        OperatorSubtaskState swept = harness.flink().snapshot(2, 2);
        harness.close();

        harness = open(WITH_DATES, Ordering.ARRIVAL, null, swept);

        assertThat(swept()).isZero();
        assertThat(sweeps()).isFalse();
        assertThat(timers()).isEqualTo(CUSTOMERS);
    }

    @Test
    void whoeverComesBeforeTheirTurnIsSeenByTheNewReleaseAtOnce() throws Exception {
        OperatorSubtaskState saved = asleep(null);
        harness = open(WITH_DATES, Ordering.ARRIVAL, null, saved);
        int before = timers();

        for (int i = 0; i < CUSTOMERS; i++) {
            harness.process(Events.credit("again-" + i, "c-" + i, TICK.plus(Duration.ofHours(1)), 1));
        }

        assertThat(before).isLessThan(CUSTOMERS);
        assertThat(harness.customers(Topics.DECISIONS)).hasSize(CUSTOMERS);
    }

    @Test
    void aHistoryIsSweptBeforeItGoesOn() throws Exception {
        OperatorSubtaskState saved = asleep(null);

        harness = open(WITH_DATES, Ordering.EVENT_TIME, null, saved);

        assertThat(sweeps()).isFalse();
        assertThat(timers()).isEqualTo(CUSTOMERS);
    }

    /** The state of customers that the first release would never wake up. */
    private OperatorSubtaskState asleep(StateBackend backend) throws Exception {
        harness = open(WITHOUT_DATES, Ordering.ARRIVAL, backend, null);
        for (int i = 0; i < CUSTOMERS; i++) {
            harness.process(Events.holds("h-" + i, "c-" + i, NOON, MATURES));
        }
        assertThat(timers()).isZero();
        OperatorSubtaskState saved = harness.flink().snapshot(1, 1);
        harness.close();
        return saved;
    }

    private void finishSweep() throws Exception {
        for (int passed = 0; sweeps(); passed += 10) {
            harness.pass(10);
            assertThat(passed).isLessThan(60_000);
        }
        assertThat(swept()).isEqualTo(CUSTOMERS);
    }

    private void wakeAll() throws Exception {
        harness.watermark(TICK);
        for (int passed = 0; harness.customers(Topics.DECISIONS).size() < CUSTOMERS; passed += 10) {
            harness.pass(10);
            assertThat(passed).isLessThan(60_000);
        }
    }

    private boolean sweeps() {
        return operator().sweep().running();
    }

    private long swept() {
        return operator().sweep().swept();
    }

    private DecideOperator operator() {
        return (DecideOperator) harness.flink().getOperator();
    }

    private int timers() {
        return harness.flink().numEventTimeTimers();
    }

    private static Harness open(
            ReleaseFiles release, Ordering ordering, StateBackend backend, OperatorSubtaskState restored)
            throws Exception {
        ClockMode mode = ordering == Ordering.ARRIVAL ? ClockMode.WALL : ClockMode.EVENT;
        DecideSettings settings = Harness.settings(release, mode, ordering, null, new DueConfig(null, PER_SECOND));
        return new Harness(new DecideOperator(settings), backend, restored);
    }
}
