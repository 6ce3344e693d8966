package io.motengine.jobs.decide;

import static io.motengine.jobs.decide.Harness.KAFKA_MILLIS;
import static io.motengine.jobs.decide.Harness.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.stream.StreamEvent.Tallied;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.event.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecideOperatorTest {
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private Harness harness;

    @AfterEach
    void close() throws Exception {
        harness.close();
        assertThat(Releases.held()).isZero();
    }

    @Test
    void anInflowBecomesADecisionAndAnAction() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);

        harness.process(Events.credit("e-1", "c-1", NOON, 50_000));

        assertThat(harness.topics()).containsExactly(Topics.DECISIONS, Topics.CUSTOMERS, Topics.actions("app-push"));
        assertThat(harness.written().get(2).headers())
                .containsEntry(CloudEventHeaders.INGRESS, Long.toString(KAFKA_MILLIS));
        assertThat(harness.flink().numKeyedStateEntries()).isOne();
        assertThat(harness.flink().numEventTimeTimers()).isZero();
    }

    @Test
    void writesNothing_whenNothingChanges() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);

        harness.process(new EventEnvelope(
                "e", "/tests", "app.click.v1", "c-1", NOON, "{\"page\":7}".getBytes(StandardCharsets.UTF_8)));

        assertThat(harness.topics()).containsExactly(Topics.DEAD_LETTERS);
        assertThat(harness.flink().numKeyedStateEntries()).isZero();
        assertThat(harness.tally("dead-letters.wrong-type")).isOne();
    }

    @Test
    void keepsOneTimer_howeverOftenTheDueMoves() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);
        harness.process(Events.opensForm("e-1", "c-1", NOON));
        harness.process(Events.submitsForm("e-2", "c-1", NOON.plusSeconds(60)));
        harness.process(Events.opensForm("e-3", "c-1", NOON.plusSeconds(120)));
        assertThat(harness.flink().numEventTimeTimers()).isOne();

        // The first due is gone: the timer fires for nothing and is set anew.
        harness.flink().processWatermark(NOON.plus(ABANDONED_AFTER).toEpochMilli());
        assertThat(harness.topics()).isEmpty();
        assertThat(harness.flink().numEventTimeTimers()).isOne();

        harness.flink()
                .processWatermark(NOON.plusSeconds(120).plus(ABANDONED_AFTER).toEpochMilli());
        assertThat(harness.topics()).containsExactly(Topics.DECISIONS, Topics.CUSTOMERS, Topics.actions("in-app"));
        assertThat(harness.written().get(2).headers()).doesNotContainKey(CloudEventHeaders.INGRESS);
        assertThat(harness.flink().numEventTimeTimers()).isZero();
        assertThat(harness.flink().numKeyedStateEntries()).isOne();
    }

    @Test
    void deletesTheTimerThatAnEarlierDueOvertakes() throws Exception {
        harness = open(
                Harness.settings(
                        Harness.release("savepoint-v1/release"),
                        ClockMode.WALL,
                        Ordering.ARRIVAL,
                        null,
                        DueConfig.defaults()),
                null);
        harness.process(Events.holds("e-1", "c-1", NOON, LocalDate.parse("2026-03-20")));
        harness.process(Events.opensForm("e-2", "c-1", NOON));

        assertThat(harness.flink().numEventTimeTimers()).isOne();
    }

    @Test
    void nothingFallsDueAfterTheEnd() throws Exception {
        Instant justBefore = NOON.plus(ABANDONED_AFTER).minusMillis(1);
        harness = open(onArrival(ClockMode.EVENT, justBefore), null);

        harness.process(Events.opensForm("e-1", "c-1", NOON));
        harness.flink().processWatermark(Long.MAX_VALUE);

        assertThat(harness.topics()).isEmpty();
        assertThat(harness.flink().numEventTimeTimers()).isZero();
    }

    @Test
    void drainingALiveJobIsNotTheEndOfTime() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);

        harness.process(Events.opensForm("e-1", "c-1", NOON));
        harness.flink().processWatermark(Long.MAX_VALUE);

        assertThat(harness.topics()).isEmpty();
    }

    @Test
    void waitsForItsTurn_whenOrderedByEventTime() throws Exception {
        harness = open(byEventTime(), null);
        harness.process(Events.submitsForm("e-2", "c-1", NOON.plusSeconds(60)));
        harness.process(Events.opensForm("e-1", "c-1", NOON));
        assertThat(harness.tally("decided")).isZero();
        assertThat(harness.flink().numEventTimeTimers()).isEqualTo(2);

        harness.flink().processWatermark(NOON.plus(ABANDONED_AFTER).toEpochMilli());

        assertThat(harness.topics()).isEmpty();
        assertThat(harness.tally("decided")).isEqualTo(2);
        assertThat(harness.flink().numKeyedStateEntries()).isOne();
    }

    @Test
    void runsWhatIsDueBeforeAnEvent_whenOrderedByEventTime() throws Exception {
        harness = open(byEventTime(), null);
        harness.process(Events.opensForm("e-1", "c-1", NOON));
        harness.process(Events.credit("e-2", "c-1", NOON.plus(ABANDONED_AFTER).plusSeconds(1), 50_000));

        harness.flink().processWatermark(Long.MAX_VALUE);

        assertThat(harness.topics())
                .containsExactly(
                        Topics.DECISIONS,
                        Topics.CUSTOMERS,
                        Topics.actions("in-app"),
                        Topics.DECISIONS,
                        Topics.CUSTOMERS,
                        Topics.actions("app-push"));
    }

    @Test
    void recordsAndCountsSurvive() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);
        harness.process(Events.credit("e-1", "c-1", NOON, 100));
        harness.flink().processElement(new Tallied(Map.of("read", 4L, "skipped", 4L)), 0);
        OperatorSubtaskState saved = harness.flink().snapshot(1, 1);
        harness.close();

        harness = open(onArrival(ClockMode.WALL, null), saved);
        harness.process(Events.credit("e-1", "c-1", NOON, 100));

        assertThat(harness.tally("duplicates")).isOne();
        assertThat(harness.tally("decided")).isOne();
        assertThat(harness.tally("skipped")).isEqualTo(4);
        assertThat(harness.tally("read")).isEqualTo(6);
    }

    @Test
    void buildsStateAndIssuesNothing_beforeLiveRunning() throws Exception {
        harness = open(Harness.warmedUp(onArrival(ClockMode.WALL, null), NOON), null);

        harness.process(Events.credit("e-1", "c-1", NOON.minusMillis(1), 50_000));
        assertThat(harness.topics()).isEmpty();
        assertThat(harness.tally("decided")).isOne();
        assertThat(harness.flink().numKeyedStateEntries()).isOne();

        harness.process(Events.credit("e-2", "c-1", NOON, 50_000));
        assertThat(harness.topics()).containsExactly(Topics.DECISIONS, Topics.CUSTOMERS, Topics.actions("app-push"));
    }

    @Test
    void decidesWhatAWarmUpLeftWaiting_beforeAnythingLaterOfTheCustomer() throws Exception {
        OperatorSubtaskState saved = warmUp(Events.opensForm("waits", "c-1", NOON.plusSeconds(60)));

        harness = open(onArrivalAfterWarmUp(), saved);
        harness.process(Events.submitsForm("later", "c-1", NOON.plusSeconds(61)));
        assertThat(harness.tally("decided")).isEqualTo(2);

        // The other way round, the form would stand open from now on.
        harness.watermark(NOON.plusSeconds(120).plus(ABANDONED_AFTER));
        assertThat(harness.topics()).isEmpty();
        assertThat(harness.tally("decided")).isEqualTo(2);
    }

    @Test
    void decidesWhatAWarmUpLeftWaiting_whenItsTimeHasCome() throws Exception {
        OperatorSubtaskState saved = warmUp(Events.credit("waits", "c-1", NOON.plusSeconds(60), 50_000));

        harness = open(onArrivalAfterWarmUp(), saved);
        harness.process(Events.credit("earlier", "c-1", NOON.plusSeconds(59), 100));
        assertThat(harness.topics()).doesNotContain(Topics.actions("app-push"));

        harness.watermark(NOON.plusSeconds(60));
        assertThat(harness.customers(Topics.actions("app-push"))).containsExactly("c-1");
        assertThat(harness.tally("decided")).isEqualTo(2);
    }

    @Test
    void decidesWhatAWarmUpLeftWaiting_thoughABacklogKeepsItsTimerBack() throws Exception {
        OperatorSubtaskState saved = warmUp(Events.opensForm("waits", "c-1", NOON.plusSeconds(60)));

        DecideSettings live = onArrivalAfterWarmUp();
        harness = open(
                new DecideSettings(
                        live.releases(),
                        ClockMode.WALL,
                        live.ordering(),
                        null,
                        live.warmUpUntil(),
                        new DueConfig(1, 1),
                        live.cache(),
                        live.clock(),
                        live.stops()),
                saved);
        for (int i = 0; i < 5; i++) {
            harness.process(Events.opensForm("o-" + i, "b-" + i, NOON.minus(ABANDONED_AFTER)));
        }
        harness.watermark(NOON.plusSeconds(62));
        assertThat(harness.customers(Topics.actions("in-app")))
                .as("the backlog is still there")
                .hasSizeLessThan(5);

        harness.process(Events.submitsForm("later", "c-1", NOON.plusSeconds(61)));
        assertThat(harness.tally("decided")).isEqualTo(7);
        harness.watermark(NOON.plusSeconds(120).plus(ABANDONED_AFTER));
        harness.pass(60_000);
        assertThat(harness.customers(Topics.actions("in-app"))).doesNotContain("c-1");
    }

    /** The earlier due is all that is left when it fires: nothing sets the timer of that moment anew. */
    @Test
    void keepsTheTimerOfWhatWaits_whenAnEarlierDueOvertakesOneOfTheSameMoment() throws Exception {
        Instant due = NOON.plus(ABANDONED_AFTER);
        OperatorSubtaskState saved = warmUp(
                Events.opensForm("open", "c-1", NOON.minusSeconds(1)),
                Events.credit("waits", "c-1", due.minusSeconds(1), 50_000));

        harness = open(onArrivalAfterWarmUp(), saved);
        // Submitted in time after all, and another form opened half a minute before: only that one is left alone.
        harness.process(Events.opensForm("before", "c-1", NOON.minusSeconds(30), "card"));
        harness.process(Events.submitsForm("submit", "c-1", NOON.plusSeconds(1)));
        harness.watermark(due);

        assertThat(harness.tally("decided")).as("what waited too").isEqualTo(4);
        assertThat(harness.customers(Topics.actions("app-push"))).containsExactly("c-1");
    }

    /** A warm-up whose time stands still just before noon, stopped with a savepoint. */
    private OperatorSubtaskState warmUp(byte[]... events) throws Exception {
        harness = open(Harness.warmedUp(Harness.settings(ClockMode.EVENT, Ordering.EVENT_TIME, null), NOON), null);
        for (byte[] event : events) {
            harness.process(event);
        }
        harness.watermark(NOON.minusMillis(1));
        assertThat(harness.topics()).isEmpty();
        OperatorSubtaskState saved = harness.flink().snapshot(1, 1);
        harness.close();
        return saved;
    }

    private static DecideSettings onArrivalAfterWarmUp() {
        return Harness.warmedUp(onArrival(ClockMode.EVENT, null), NOON);
    }

    private static DecideSettings onArrival(ClockMode mode, Instant until) {
        return Harness.settings(mode, Ordering.ARRIVAL, until);
    }

    private static DecideSettings byEventTime() {
        return Harness.settings(ClockMode.EVENT, Ordering.EVENT_TIME, NOON.plus(Duration.ofDays(1)));
    }

    private static Harness open(DecideSettings settings, OperatorSubtaskState restored) throws Exception {
        return new Harness(new DecideOperator(settings), null, restored);
    }
}
