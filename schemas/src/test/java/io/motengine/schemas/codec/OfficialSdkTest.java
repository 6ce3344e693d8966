package io.motengine.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import io.motengine.schemas.Contract;
import io.motengine.schemas.Json;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.event.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The CloudEvents project's own Kafka client and this codec read what the other writes, in both modes. */
class OfficialSdkTest {

    @ParameterizedTest
    @MethodSource("types")
    void sdk_readsStructuredMode(String type) throws Exception {
        Headers headers = headers(Map.of(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.STRUCTURED_JSON));

        CloudEvent event = sdkRead(headers, Contract.example(type));

        assertSame(event, type);
    }

    @ParameterizedTest
    @MethodSource("timedTypes")
    void sdk_readsBinaryMode_andSoDoesTheCodec(String type) throws Exception {
        EventEnvelope envelope =
                EnvelopeReader.read(null, Contract.example(type), io.motengine.schemas.codec.RecordHeaders.NONE);
        Headers headers = headers(Map.of(
                CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON,
                CloudEventHeaders.SPEC_VERSION, "1.0",
                CloudEventHeaders.ID, envelope.id(),
                CloudEventHeaders.SOURCE, envelope.source(),
                CloudEventHeaders.TYPE, type,
                CloudEventHeaders.SUBJECT, envelope.subject(),
                CloudEventHeaders.TIME, envelope.time().toString()));

        assertSame(sdkRead(headers, envelope.body()), type);
        assertThat(codecRead(headers, envelope.body()))
                .usingRecursiveComparison()
                .isEqualTo(envelope);
    }

    @ParameterizedTest
    @MethodSource("timedTypes")
    void codec_readsWhatTheSdkWrites(String type) throws Exception {
        CloudEvent event = sdkRead(
                headers(Map.of(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.STRUCTURED_JSON)),
                Contract.example(type));
        for (Encoding encoding : Encoding.values()) {
            Headers headers = new RecordHeaders();
            byte[] value = sdkWrite(encoding, event, headers);

            EventEnvelope read = codecRead(headers, value);

            assertThat(read.id()).isEqualTo(event.getId());
            assertThat(read.time()).isEqualTo(Instant.from(event.getTime()));
            assertThat(Json.tree(read.body()))
                    .isEqualTo(Json.tree(Contract.example(type)).get("data"));
        }
    }

    private static void assertSame(CloudEvent event, String type) throws Exception {
        var example = Json.tree(Contract.example(type));
        assertThat(event.getType()).isEqualTo(type);
        assertThat(event.getId()).isEqualTo(example.get("id").asText());
        assertThat(event.getSource()).hasToString(example.get("source").asText());
        assertThat(event.getSubject()).isEqualTo(example.get("subject").asText());
        assertThat(Json.tree(event.getData().toBytes())).isEqualTo(example.get("data"));
    }

    private static CloudEvent sdkRead(Headers headers, byte[] value) {
        try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
            return deserializer.deserialize("topic", headers, value);
        }
    }

    private static byte[] sdkWrite(Encoding encoding, CloudEvent event, Headers headers) {
        try (CloudEventSerializer serializer = new CloudEventSerializer()) {
            serializer.configure(
                    Map.of(
                            CloudEventSerializer.ENCODING_CONFIG,
                            encoding,
                            CloudEventSerializer.EVENT_FORMAT_CONFIG,
                            JsonFormat.CONTENT_TYPE),
                    false);
            return serializer.serialize("topic", headers, event);
        }
    }

    private static EventEnvelope codecRead(Headers headers, byte[] value) throws BadEventException {
        return EnvelopeReader.read(null, value, name -> {
            Header header = headers.lastHeader(name);
            return header == null ? null : header.value();
        });
    }

    private static Headers headers(Map<String, String> values) {
        Headers headers = new RecordHeaders();
        values.forEach((name, value) -> headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
        return headers;
    }

    static Set<String> types() {
        return Contract.types();
    }

    /** Dead letters have no time, which the envelope of every other message has. */
    static Set<String> timedTypes() {
        Set<String> types = new TreeSet<>(Contract.types());
        types.remove(DeadLetter.TYPE);
        return types;
    }
}
