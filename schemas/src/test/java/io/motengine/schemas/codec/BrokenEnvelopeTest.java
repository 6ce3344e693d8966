package io.motengine.schemas.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes and words are part of the contract: senders and dashboards live by them. */
class BrokenEnvelopeTest {
    private static final String WHOLE = "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/core\","
            + "\"type\":\"bank.transaction.posted.v1\",\"subject\":\"C-1\",\"time\":\"2026-01-31T09:30:00+08:00\","
            + "\"datacontenttype\":\"application/json\",\"data\":{\"a\":1}}";
    private static final Map<String, String> BINARY = Map.of(
            "content-type",
            "application/json",
            "ce_specversion",
            "1.0",
            "ce_id",
            "e-1",
            "ce_source",
            "/core",
            "ce_type",
            "bank.transaction.posted.v1",
            "ce_subject",
            "C-1",
            "ce_time",
            "2026-01-31T09:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is replaced | by what | code | message
                "\"1.0\"|\"0.3\"|unsupported-spec-version|specversion: \"0.3\" (expected: 1.0)",
                "\"specversion\"|\"v\"|missing-field|specversion: absent (expected: 1.0)",
                "\"id\"|\"i\"|missing-field|id: absent (expected: an id, unique within the source)",
                "\"e-1\"|null|missing-field|id: absent (expected: an id, unique within the source)",
                "\"e-1\"|\"\"|bad-value|id: \"\" (expected: 1 to 256 characters on one line)",
                "\"e-1\"|\"a\\nb\"|bad-value|id: \"a\uFFFDb\" (expected: 1 to 256 characters on one line)",
                "\"e-1\"|7|wrong-type|id: 7 (expected: a string)",
                "\"e-1\"|\"\\ud800\"|bad-value|id: \"\uFFFD\" (expected: text that UTF-8 can carry, without NUL)",
                "\"source\"|\"s\"|missing-field|source: absent (expected: a URI reference such as /core-banking)",
                "\"type\"|\"t\"|missing-field|type: absent (expected: a type such as bank.transaction.posted.v1)",
                "\"type\"|\"id\"|duplicate-key|id: twice (expected: once in an object)",
                "\"subject\"|\"s\"|missing-field|subject: absent (expected: the customer id)",
                "\"time\"|\"t\"|missing-field|time: absent (expected: RFC 3339 with an offset, such as 2026-01-31T09:30:00+08:00)",
                "09:30:00+08:00|09:30:00|bad-time|time: \"2026-01-31T09:30:00\" (expected: RFC 3339 with an offset, such as 2026-01-31T09:30:00+08:00)",
                "application/json|text/xml|bad-value|datacontenttype: \"text/xml\" (expected: application/json)",
                "\"data\"|\"d\"|missing-field|data: absent (expected: an object)",
                "{\"a\":1}|null|missing-field|data: absent (expected: an object)",
                "{\"a\":1}|[1]|wrong-type|data: an array (expected: an object)",
                "\"data\"|\"x\":[{\"a\":1,\"a\":2}],\"data\"|duplicate-key|x.a: twice (expected: once in an object)",
                "\"data\"|\"data_base64\"|wrong-type|data_base64: binary data (expected: data, an object)",
                "C-1|C-2|key-mismatch|key: \"C-1\" (expected: the subject \"C-2\")",
            })
    void structured(String what, String by, String code, String message) {
        check("C-1", WHOLE.replace(what, by).getBytes(UTF_8), Map.of(), code, message);
    }

    @Test
    void notJson() {
        check(
                WHOLE.substring(0, 20),
                "not-json",
                "value: Unexpected end-of-input: expected close marker for Object, at byte 20 (expected: one JSON object)");
        check("", "not-json", "value: nothing (expected: one JSON object)");
        check("[]", "wrong-type", "value: an array (expected: an object)");
        check("\"x\"", "wrong-type", "value: \"x\" (expected: an object)");
        check(WHOLE + "{}", "not-json", "value: more after the object's end (expected: one JSON object)");
        check(
                "\0" + WHOLE,
                "not-json",
                "value: Illegal character ((CTRL-CHAR, code 0)): only regular white space (\\r, \\n, \\t) is allowed between tokens, at byte 1 (expected: one JSON object)");
    }

    @Test
    void tombstone() {
        check("C-1", null, Map.of(), "missing-field", "value: a tombstone (expected: a CloudEvent)");
    }

    @Test
    void tooLarge() {
        byte[] value = new byte[EnvelopeReader.MAX_BYTES + 1];

        check("C-1", value, Map.of(), "too-large", "value: 1048577 bytes (expected: at most 1048576)");
    }

    @Test
    void tooDeep() {
        String deep = WHOLE.replace("{\"a\":1}", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}");

        check(deep, "too-deep", "value: nested deeper (expected: at most 32 levels)");
    }

    @Test
    void invalidUtf8_evenWhereNobodyLooks() {
        byte[] value = WHOLE.replace("{\"a\":1}", "{\"a\":\"\u00ff\"}").getBytes(ISO_8859_1);
        int at = WHOLE.indexOf("{\"a\"") + 6;

        check("C-1", value, Map.of(), "invalid-utf8", "value: byte 0xFF at " + at + " (expected: valid UTF-8)");
    }

    @Test
    void invalidUtf8InKey() {
        BadEventException bad = catchThrowableOfType(
                BadEventException.class,
                () -> EnvelopeReader.read(new byte[] {(byte) 0x80}, WHOLE.getBytes(UTF_8), RecordHeaders.NONE));

        assertThat(bad).hasMessage("key: byte 0x80 at 0 (expected: valid UTF-8)");
        assertThat(bad.code()).isEqualTo(ErrorCode.INVALID_UTF8);
    }

    @Test
    void typeHeaderThatSaysAnotherType() {
        check(
                "C-1",
                WHOLE.getBytes(UTF_8),
                Map.of("ce_type", "app.click.v1"),
                "bad-value",
                "type: \"bank.transaction.posted.v1\" (expected: \"app.click.v1\", as the header ce_type says)");
    }

    @Test
    void formatsOtherThanJson() {
        check(
                "C-1",
                WHOLE.getBytes(UTF_8),
                Map.of("content-type", "application/cloudevents+avro"),
                "bad-value",
                "content-type: \"application/cloudevents+avro\" (expected: application/cloudevents+json)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ce_specversion|2.0|unsupported-spec-version|specversion: \"2.0\" (expected: 1.0)",
                "ce_id|``|bad-value|ce_id: \"\" (expected: 1 to 256 characters on one line)",
                "ce_time|yesterday|bad-time|ce_time: \"yesterday\" (expected: RFC 3339 with an offset, such as 2026-01-31T09:30:00+08:00)",
                "ce_subject|C-2|key-mismatch|key: \"C-1\" (expected: the subject \"C-2\")",
                "content-type|text/plain|bad-value|datacontenttype: \"text/plain\" (expected: application/json)",
            })
    void binary(String header, String value, String code, String message) {
        Map<String, String> headers = new HashMap<>(BINARY);
        headers.put(header, value);

        check("C-1", "{}".getBytes(UTF_8), headers, code, message);
    }

    @ParameterizedTest
    @CsvSource({"ce_id,id", "ce_source,source", "ce_type,type", "ce_subject,subject", "ce_time,time"})
    void binaryWithoutAnAttribute(String header, String attribute) {
        Map<String, String> headers = new HashMap<>(BINARY);
        headers.remove(header);

        BadEventException bad = refusal("C-1", "{}".getBytes(UTF_8), headers);

        assertThat(bad.code()).isEqualTo(ErrorCode.MISSING_FIELD);
        assertThat(bad.getMessage()).startsWith(attribute + ": absent (expected: ");
    }

    private static void check(String value, String code, String message) {
        check("C-1", value.getBytes(UTF_8), Map.of(), code, message);
    }

    private static void check(String key, byte[] value, Map<String, String> headers, String code, String message) {
        BadEventException bad = refusal(key, value, headers);

        assertThat(bad.getMessage()).isEqualTo(message);
        assertThat(bad.code().code()).isEqualTo(code);
    }

    private static BadEventException refusal(String key, byte[] value, Map<String, String> headers) {
        return catchThrowableOfType(
                BadEventException.class,
                () -> EnvelopeReader.read(key.getBytes(UTF_8), value, EnvelopeReaderTest.headers(headers)));
    }
}
