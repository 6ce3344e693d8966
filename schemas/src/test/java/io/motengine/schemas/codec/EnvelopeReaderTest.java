package io.motengine.schemas.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.event.EventEnvelope;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeReaderTest {
    private static final String WHOLE = """
            {"data":{"page":"wealth","deep":[{"x":"}"}]},"x-unknown":{"a":[1]},"time":"2026-01-31T09:30:00+08:00",
             "subject":"C-1","type":"app.click.v1","source":"/app","id":"e-1","specversion":"1.0"}""";

    @Test
    void reads_membersInAnyOrder_andPassesTheBodyOnAsItStood() throws BadEventException {
        EventEnvelope envelope = read("C-1", WHOLE, Map.of());

        assertThat(envelope)
                .usingRecursiveComparison()
                .isEqualTo(new EventEnvelope(
                        "e-1",
                        "/app",
                        "app.click.v1",
                        "C-1",
                        Instant.parse("2026-01-31T01:30:00Z"),
                        "{\"page\":\"wealth\",\"deep\":[{\"x\":\"}\"}]}".getBytes(UTF_8)));
    }

    @Test
    void reads_bodyAfterTextOutsideAscii() throws BadEventException {
        String value = WHOLE.replace("e-1", "号码😀").replace("{\"page\"", " { \"page\"");

        EventEnvelope envelope = read("C-1", value, Map.of());

        assertThat(envelope.id()).isEqualTo("号码😀");
        assertThat(new String(envelope.body(), UTF_8)).isEqualTo("{ \"page\":\"wealth\",\"deep\":[{\"x\":\"}\"}]}");
    }

    @Test
    void reads_clickOfUnknownVisitor_evenIfTheKeyIsADevice() throws BadEventException {
        String anonymous = WHOLE.replace("\"subject\":\"C-1\",", "");

        assertThat(read("d-1", anonymous, Map.of()).subject()).isNull();
        assertThat(read(null, anonymous, Map.of()).subject()).isNull();
    }

    @Test
    void reads_recordWithoutKey_asTheSubjects() throws BadEventException {
        assertThat(read(null, WHOLE, Map.of()).subject()).isEqualTo("C-1");
    }

    @Test
    void tells_typeFromHeader_withoutLookingAtTheValue() {
        assertThat(EnvelopeReader.typeFromHeader(headers(Map.of("ce_type", "app.click.v1"))))
                .isEqualTo("app.click.v1");
        assertThat(EnvelopeReader.typeFromHeader(RecordHeaders.NONE)).isNull();
    }

    @Test
    void reads_valueOfExactlyTheLimit() throws BadEventException {
        String padded = WHOLE + " ".repeat(EnvelopeReader.MAX_BYTES - WHOLE.length());

        assertThat(read("C-1", padded, Map.of()).id()).isEqualTo("e-1");
    }

    static EventEnvelope read(String key, String value, Map<String, String> headers) throws BadEventException {
        return EnvelopeReader.read(key == null ? null : key.getBytes(UTF_8), value.getBytes(UTF_8), headers(headers));
    }

    static RecordHeaders headers(Map<String, String> headers) {
        return name -> headers.containsKey(name) ? headers.get(name).getBytes(UTF_8) : null;
    }
}
