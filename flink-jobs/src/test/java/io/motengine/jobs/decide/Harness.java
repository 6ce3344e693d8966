package io.motengine.jobs.decide;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.tally.Tallies;
import io.motengine.schemas.Topics;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The decision operator alone, with time and watermarks stepped by hand. */
final class Harness {
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    static final long KAFKA_MILLIS = NOON.toEpochMilli() + 3;

    private static final int MOST_STATE = 200_000_000;

    private final KeyedOneInputStreamOperatorTestHarness<String, StreamEvent, OutputRecord> flink;
    private final List<OutputRecord> written = new ArrayList<>();
    private final Map<String, List<String>> customers = new HashMap<>();
    private long offset;

    /**
     * Opens an operator.
     *
     * @param backend null for the heap
     * @param restored null for none
     */
    Harness(DecideOperator operator, StateBackend backend, OperatorSubtaskState restored) throws Exception {
        flink = new KeyedOneInputStreamOperatorTestHarness<>(
                operator,
                event -> event instanceof Decidable decidable
                        ? decidable.envelope().subject()
                        : "",
                Types.STRING);
        if (backend != null) {
            flink.setStateBackend(backend);
        }
        flink.setCheckpointStorage(new JobManagerCheckpointStorage(MOST_STATE));
        flink.setProcessingTime(NOON.toEpochMilli());
        flink.setup(OutputRecordSerializer.INSTANCE);
        if (restored != null) {
            flink.initializeState(restored);
        }
        flink.open();
    }

    static DecideSettings settings(ClockMode mode, Ordering ordering, Instant until) {
        return settings(release("release"), mode, ordering, until, DueConfig.defaults());
    }

    static DecideSettings settings(
            ReleaseFiles release, ClockMode mode, Ordering ordering, Instant until, DueConfig due) {
        Clock clock = Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC);
        return new DecideSettings(release, mode, ordering, until, null, due, clock);
    }

    /** The same, with live running starting at {@code live}. */
    static DecideSettings warmedUp(DecideSettings settings, Instant live) {
        return new DecideSettings(
                settings.releases(),
                settings.mode(),
                settings.ordering(),
                settings.until(),
                live,
                settings.due(),
                settings.cache(),
                settings.clock(),
                settings.stops());
    }

    static ReleaseFiles release(String resource) {
        try {
            return ReleaseFiles.read(Path.of("src/test/resources", resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeyedOneInputStreamOperatorTestHarness<String, StreamEvent, OutputRecord> flink() {
        return flink;
    }

    void process(byte[] event) throws Exception {
        process(EnvelopeReader.read(null, event, RecordHeaders.NONE));
    }

    void process(EventEnvelope envelope) throws Exception {
        long time = envelope.time().toEpochMilli();
        Origin origin = new Origin(Topics.TRANSACTIONS, 0, offset++);
        flink.processElement(new Decidable(envelope, origin, KAFKA_MILLIS, Math.max(NOON.toEpochMilli(), time)), time);
    }

    void watermark(Instant to) throws Exception {
        flink.processWatermark(to.toEpochMilli());
    }

    /** Lets processing time pass by so many milliseconds, in one step. */
    void pass(long millis) throws Exception {
        flink.setProcessingTime(flink.getProcessingTime() + millis);
    }

    /** Everything written so far, in order. */
    List<OutputRecord> written() {
        for (Object element = flink.getOutput().poll();
                element != null;
                element = flink.getOutput().poll()) {
            if (element instanceof StreamRecord<?> record) {
                OutputRecord output = (OutputRecord) record.getValue();
                written.add(output);
                customers
                        .computeIfAbsent(output.topic(), topic -> new ArrayList<>())
                        .add(new String(output.key(), StandardCharsets.UTF_8));
            }
        }
        return written;
    }

    List<String> topics() {
        return written().stream().map(OutputRecord::topic).toList();
    }

    /** Customers that something was written to a topic for, in order. */
    List<String> customers(String topic) {
        written();
        return customers.getOrDefault(topic, List.of());
    }

    long tally(String name) {
        Accumulator<?, ?> accumulator = flink.getOperator().getRuntimeContext().getAccumulator(Tallies.PREFIX + name);
        return accumulator == null ? 0 : (Long) accumulator.getLocalValue();
    }

    void close() throws Exception {
        flink.close();
    }
}
