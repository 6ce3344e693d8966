package io.motengine.schemas.codec;

import io.motengine.schemas.event.EventEnvelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Reads the CloudEvents envelope of a Kafka record, in structured or binary mode, and passes the body on unread.
 *
 * <p>Members may stand in any order; unknown ones are left alone. In binary mode nobody has looked at the body yet: {@link
 * EventBinder} finds out whether it is JSON.
 */
public final class EnvelopeReader {
    /** Longest record value that is read, envelope included. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String CLOUD_EVENTS = "application/cloudevents";

    private EnvelopeReader() {}

    /**
     * Reads one record.
     *
     * @param key the customer id in UTF-8; null if the record has none, and then {@code subject} alone says who it is
     * @param value null for a tombstone, which is no event
     * @throws BadEventException if the contract is broken; nothing else is thrown, whatever the bytes
     */
    public static EventEnvelope read(byte[] key, byte[] value, RecordHeaders headers) throws BadEventException {
        if (value == null) {
            throw Complaint.of(ErrorCode.MISSING_FIELD, "value", "a tombstone", "a CloudEvent");
        }
        if (value.length > MAX_BYTES) {
            throw Complaint.of(ErrorCode.TOO_LARGE, "value", value.length + " bytes", "at most " + MAX_BYTES);
        }
        String contentType = word(headers, CloudEventHeaders.CONTENT_TYPE);
        if (contentType != null && contentType.regionMatches(true, 0, CLOUD_EVENTS, 0, CLOUD_EVENTS.length())) {
            return structured(key, value, headers, contentType);
        }
        boolean binary = headers.value(CloudEventHeaders.SPEC_VERSION) != null;
        return binary ? binary(key, value, headers, contentType) : structured(key, value, headers, null);
    }

    /**
     * The event's type if a header tells it, without a look at the value, so that a source can leave a type that nobody
     * listens to unread; null if only the value tells.
     */
    public static String typeFromHeader(RecordHeaders headers) {
        byte[] type = headers.value(CloudEventHeaders.TYPE);
        return type == null ? null : new String(type, StandardCharsets.UTF_8);
    }

    private static EventEnvelope structured(byte[] key, byte[] value, RecordHeaders headers, String contentType)
            throws BadEventException {
        if (contentType != null && !contentType.regionMatches(true, CLOUD_EVENTS.length(), "+json", 0, 5)) {
            throw Complaint.of(
                    ErrorCode.BAD_VALUE,
                    CloudEventHeaders.CONTENT_TYPE,
                    Complaint.quoted(contentType),
                    CLOUD_EVENTS + "+json");
        }
        EnvelopeDraft draft = Json.read(value, "value", "", fields -> attributes(fields, value));
        return draft.checked(key, word(headers, CloudEventHeaders.TYPE));
    }

    private static EnvelopeDraft attributes(Fields fields, byte[] value) throws IOException, BadEventException {
        EnvelopeDraft draft = new EnvelopeDraft();
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "specversion" -> draft.specVersion = fields.word();
                case "id" -> draft.id = fields.word();
                case "source" -> draft.source = fields.word();
                case "type" -> draft.type = fields.word();
                case "subject" -> draft.subject = fields.word();
                case "time" -> draft.time = fields.instant();
                case "datacontenttype" -> draft.contentType = fields.word();
                case "data" -> draft.body = fields.slice(value);
                case "data_base64" ->
                    throw fields.bad(ErrorCode.WRONG_TYPE, "data_base64", "binary data", "data, an object");
                default -> fields.skip();
            }
        }
        return draft;
    }

    private static EventEnvelope binary(byte[] key, byte[] value, RecordHeaders headers, String contentType)
            throws BadEventException {
        EnvelopeDraft draft = new EnvelopeDraft();
        draft.specVersion = word(headers, CloudEventHeaders.SPEC_VERSION);
        draft.id = word(headers, CloudEventHeaders.ID);
        draft.source = word(headers, CloudEventHeaders.SOURCE);
        draft.type = word(headers, CloudEventHeaders.TYPE);
        draft.subject = word(headers, CloudEventHeaders.SUBJECT);
        draft.time = time(headers);
        draft.contentType = contentType;
        draft.body = value;
        return draft.checked(key, null);
    }

    private static Instant time(RecordHeaders headers) throws BadEventException {
        String text = word(headers, CloudEventHeaders.TIME);
        Instant time = text == null ? null : Rfc3339.instant(text);
        if (text != null && time == null) {
            throw Complaint.of(ErrorCode.BAD_TIME, CloudEventHeaders.TIME, Complaint.quoted(text), Rfc3339.EXPECTED);
        }
        return time;
    }

    private static String word(RecordHeaders headers, String name) throws BadEventException {
        byte[] bytes = headers.value(name);
        if (bytes == null) {
            return null;
        }
        Utf8.check(bytes, name);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Words.isWord(text)) {
            throw Complaint.of(ErrorCode.BAD_VALUE, name, Complaint.quoted(text), Words.WORD);
        }
        return text;
    }
}
