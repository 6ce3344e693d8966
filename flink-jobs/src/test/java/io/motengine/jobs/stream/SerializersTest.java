package io.motengine.jobs.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.allocate.Need;
import io.motengine.jobs.stream.StreamEvent.Broken;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Skip;
import io.motengine.jobs.stream.StreamEvent.Skipped;
import io.motengine.jobs.stream.StreamEvent.Tallied;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshotSerializationUtil;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializersTest {
    private static final Origin ORIGIN = new Origin("app.clicks", 3, 1L << 40);
    private static final Instant TIME = Instant.parse("2026-03-01T10:15:30.123456789Z");

    static Stream<StreamEvent> elements() {
        String longText = "é".repeat(70_000);
        byte[] body = "{\"page\":\"home\"}".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                new Decidable(new EventEnvelope("1", "/app", "app.click.v1", "c-1", TIME, body), ORIGIN, 5, 7),
                new Decidable(new EventEnvelope(longText, "", "t", null, Instant.EPOCH, new byte[0]), ORIGIN, -1, 0),
                new Broken(DeadLetter.of(ORIGIN, ErrorCode.TOO_LARGE, longText, body)),
                new Broken(DeadLetter.of(ORIGIN, ErrorCode.NOT_JSON, "", null)),
                new Skipped(Skip.ANONYMOUS, TIME, ORIGIN),
                new Skipped(Skip.NOT_LISTENED_TO, null, ORIGIN),
                new Tallied(Map.of("read", 3L, "skipped", 3L)));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void elementsComeBackAsTheyWere(StreamEvent element) throws IOException {
        assertThat(roundTrip(element, StreamEventSerializer.INSTANCE))
                .usingRecursiveComparison()
                .isEqualTo(element);
    }

    @Test
    void outputRecordsComeBackAsTheyWere() throws IOException {
        OutputRecord record = new OutputRecord("mot.decisions", null, new byte[] {1, 2}, Map.of("a", "b", "c", "ü"));

        assertThat(roundTrip(record, OutputRecordSerializer.INSTANCE))
                .usingRecursiveComparison()
                .isEqualTo(record);
    }

    static Stream<AllocationRequest> requests() {
        OutputRecord record = new OutputRecord("mot.actions.sms", new byte[] {3}, new byte[] {1, 2}, Map.of("a", "b"));
        return Stream.of(
                new AllocationRequest.Claim(
                        "c-1",
                        "a1",
                        TIME,
                        List.of(new Need("benefit:b", "o1", 7, 500, Need.UNLIMITED), Need.one("quota:p", "o1", 3)),
                        record),
                new AllocationRequest.GiveBack("benefit:b", "o1"),
                new AllocationRequest.Correct("benefit:b", "/s/1", -3, 1_500));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestsComeBackAsTheyWere(AllocationRequest request) throws IOException {
        assertThat(roundTrip(request, AllocationRequestSerializer.INSTANCE))
                .usingRecursiveComparison()
                .isEqualTo(request);
    }

    /** Events wait in state: what an earlier version wrote must be read for ever. */
    @Test
    void theFormInStateStaysAsItIs() throws IOException {
        Decidable element = new Decidable(
                new EventEnvelope("1", "/a", "t", "c", Instant.ofEpochSecond(1, 2), new byte[] {9}),
                new Origin("x", 1, 2),
                3,
                4);
        String form = "01" + "0000000131" + "000000022f61" + "0000000174" + "0000000163" + "0000000000000001"
                + "00000002" + "0000000109" + "0000000178" + "00000001" + "0000000000000002" + "0000000000000003"
                + "0000000000000004";

        DataOutputSerializer out = new DataOutputSerializer(64);
        StreamEventSerializer.INSTANCE.serialize(element, out);

        assertThat(HexFormat.of().formatHex(out.getCopyOfBuffer())).isEqualTo(form);
    }

    @Test
    void snapshotsRestoreTheSerializer() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshotSerializationUtil.writeSerializerSnapshot(
                out, StreamEventSerializer.INSTANCE.snapshotConfiguration());

        assertThat(TypeSerializerSnapshotSerializationUtil.<StreamEvent>readSerializerSnapshot(
                                new DataInputDeserializer(out.getCopyOfBuffer()),
                                getClass().getClassLoader())
                        .restoreSerializer())
                .isEqualTo(StreamEventSerializer.INSTANCE);
        assertThat(StreamEventSerializer.TYPE.createSerializer(new SerializerConfigImpl()))
                .isEqualTo(StreamEventSerializer.INSTANCE);
    }

    private static <T> T roundTrip(T value, TypeSerializer<T> serializer) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        DataOutputSerializer copied = new DataOutputSerializer(64);
        serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), copied);
        return serializer.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
    }
}
