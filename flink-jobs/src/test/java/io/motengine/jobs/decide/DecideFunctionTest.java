package io.motengine.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Tallied;
import io.motengine.jobs.tally.Tallies;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecideFunctionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final long KAFKA_MILLIS = NOON.toEpochMilli() + 3;
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private KeyedOneInputStreamOperatorTestHarness<String, StreamEvent, OutputRecord> harness;
    private long offset;

    @AfterEach
    void close() throws Exception {
        harness.close();
        assertThat(Releases.held()).isZero();
    }

    @Test
    void anInflowBecomesADecisionAndAnAction() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);

        process(Events.credit("e-1", "c-1", NOON, 50_000));

        assertThat(topics()).containsExactly(Topics.DECISIONS, Topics.actions("app-push"));
        assertThat(harness.extractOutputValues().get(1).headers())
                .containsEntry(CloudEventHeaders.INGRESS, Long.toString(KAFKA_MILLIS));
        assertThat(harness.numKeyedStateEntries()).isOne();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void writesNothing_whenNothingChanges() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);

        process("{\"page\":7}", "app.click.v1");

        assertThat(topics()).containsExactly(Topics.DEAD_LETTERS);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(tally("dead-letters.wrong-type")).isOne();
    }

    @Test
    void keepsOneTimer_howeverOftenTheDueMoves() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);
        process(Events.opensForm("e-1", "c-1", NOON));
        process(Events.submitsForm("e-2", "c-1", NOON.plusSeconds(60)));
        process(Events.opensForm("e-3", "c-1", NOON.plusSeconds(120)));
        assertThat(harness.numEventTimeTimers()).isOne();

        // The first due is gone: the timer fires for nothing and is set anew.
        harness.processWatermark(NOON.plus(ABANDONED_AFTER).toEpochMilli());
        assertThat(topics()).isEmpty();
        assertThat(harness.numEventTimeTimers()).isOne();

        harness.processWatermark(NOON.plusSeconds(120).plus(ABANDONED_AFTER).toEpochMilli());
        assertThat(topics()).containsExactly(Topics.DECISIONS, Topics.actions("in-app"));
        assertThat(harness.extractOutputValues().get(1).headers()).doesNotContainKey(CloudEventHeaders.INGRESS);
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.numKeyedStateEntries()).isOne();
    }

    @Test
    void nothingFallsDueAfterTheEnd() throws Exception {
        Instant justBefore = NOON.plus(ABANDONED_AFTER).minusMillis(1);
        harness = open(onArrival(ClockMode.EVENT, justBefore), null);

        process(Events.opensForm("e-1", "c-1", NOON));
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(topics()).isEmpty();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void drainingALiveJobIsNotTheEndOfTime() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);

        process(Events.opensForm("e-1", "c-1", NOON));
        harness.processWatermark(Long.MAX_VALUE);

        assertThat(topics()).isEmpty();
    }

    @Test
    void waitsForItsTurn_whenOrderedByEventTime() throws Exception {
        harness = open(byEventTime(), null);
        process(Events.submitsForm("e-2", "c-1", NOON.plusSeconds(60)));
        process(Events.opensForm("e-1", "c-1", NOON));
        assertThat(tally("decided")).isZero();
        assertThat(harness.numEventTimeTimers()).isEqualTo(2);

        harness.processWatermark(NOON.plus(ABANDONED_AFTER).toEpochMilli());

        assertThat(topics()).isEmpty();
        assertThat(tally("decided")).isEqualTo(2);
        assertThat(harness.numKeyedStateEntries()).isOne();
    }

    @Test
    void runsWhatIsDueBeforeAnEvent_whenOrderedByEventTime() throws Exception {
        harness = open(byEventTime(), null);
        process(Events.opensForm("e-1", "c-1", NOON));
        process(Events.credit("e-2", "c-1", NOON.plus(ABANDONED_AFTER).plusSeconds(1), 50_000));

        harness.processWatermark(Long.MAX_VALUE);

        assertThat(topics())
                .containsExactly(
                        Topics.DECISIONS, Topics.actions("in-app"), Topics.DECISIONS, Topics.actions("app-push"));
    }

    @Test
    void recordsAndCountsSurvive() throws Exception {
        harness = open(onArrival(ClockMode.WALL, null), null);
        process(Events.credit("e-1", "c-1", NOON, 100));
        harness.processElement(new Tallied(Map.of("read", 4L, "skipped", 4L)), 0);
        OperatorSubtaskState saved = harness.snapshot(1, 1);
        harness.close();

        harness = open(onArrival(ClockMode.WALL, null), saved);
        process(Events.credit("e-1", "c-1", NOON, 100));

        assertThat(tally("duplicates")).isOne();
        assertThat(tally("decided")).isOne();
        assertThat(tally("skipped")).isEqualTo(4);
        assertThat(tally("read")).isEqualTo(6);
    }

    private static DecideFunction onArrival(ClockMode mode, Instant until) {
        return new DecideOnArrival(settings(mode, until));
    }

    private static DecideFunction byEventTime() {
        return new DecideByEventTime(settings(ClockMode.EVENT, NOON.plus(Duration.ofDays(1))));
    }

    private static DecideSettings settings(ClockMode mode, Instant until) {
        try {
            Clock clock = Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC);
            return new DecideSettings(
                    ReleaseFiles.read(Path.of("src/test/resources/release")), mode, until, null, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, StreamEvent, OutputRecord> open(
            DecideFunction function, OperatorSubtaskState restored) throws Exception {
        var opened = new KeyedOneInputStreamOperatorTestHarness<>(
                new DecideOperator(function),
                event -> event instanceof Decidable decidable
                        ? decidable.envelope().subject()
                        : "",
                Types.STRING);
        opened.setup(OutputRecordSerializer.INSTANCE);
        if (restored != null) {
            opened.initializeState(restored);
        }
        opened.open();
        return opened;
    }

    private void process(byte[] event) throws Exception {
        process(EnvelopeReader.read(null, event, RecordHeaders.NONE));
    }

    private void process(String body, String type) throws Exception {
        process(new EventEnvelope("e", "/tests", type, "c-1", NOON, body.getBytes(StandardCharsets.UTF_8)));
    }

    private void process(EventEnvelope envelope) throws Exception {
        Origin origin = new Origin(Topics.TRANSACTIONS, 0, offset++);
        harness.processElement(
                new Decidable(envelope, origin, KAFKA_MILLIS, NOON.toEpochMilli()),
                envelope.time().toEpochMilli());
    }

    private List<String> topics() {
        return harness.extractOutputValues().stream().map(OutputRecord::topic).toList();
    }

    private long tally(String name) {
        Accumulator<?, ?> accumulator =
                harness.getOperator().getRuntimeContext().getAccumulator(Tallies.PREFIX + name);
        return accumulator == null ? 0 : (Long) accumulator.getLocalValue();
    }
}
