package io.motengine.schemas.codec;

import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Context attributes as they were found, in whatever mode; checked when all have been read. */
final class EnvelopeDraft {
    String specVersion;
    String id;
    String source;
    String type;
    String subject;
    Instant time;
    String contentType;
    byte[] body;

    EventEnvelope checked(byte[] key, String typeHeader) throws BadEventException {
        required(specVersion, "specversion", "1.0");
        if (!specVersion.equals("1.0")) {
            throw Complaint.of(ErrorCode.UNSUPPORTED_SPEC_VERSION, "specversion", Complaint.quoted(specVersion), "1.0");
        }
        required(type, "type", "a type such as bank.transaction.posted.v1");
        if (typeHeader != null && !typeHeader.equals(type)) {
            String expected = Complaint.quoted(typeHeader) + ", as the header ce_type says";
            throw Complaint.of(ErrorCode.BAD_VALUE, "type", Complaint.quoted(type), expected);
        }
        required(id, "id", "an id, unique within the source");
        required(source, "source", "a URI reference such as /core-banking");
        required(time, "time", Rfc3339.EXPECTED);
        checkContentType();
        checkCustomer(key);
        required(body, "data", "an object");
        return new EventEnvelope(id, source, type, subject, time, body);
    }

    private void checkContentType() throws BadEventException {
        if (contentType != null && !isJson(contentType)) {
            throw Complaint.of(
                    ErrorCode.BAD_VALUE, "datacontenttype", Complaint.quoted(contentType), CloudEventHeaders.JSON);
        }
    }

    private static boolean isJson(String contentType) {
        int end = contentType.indexOf(';');
        String mediaType = (end < 0 ? contentType : contentType.substring(0, end)).trim();
        return mediaType.equalsIgnoreCase(CloudEventHeaders.JSON)
                || mediaType.regionMatches(true, Math.max(0, mediaType.length() - 5), "+json", 0, 5);
    }

    /** Records are dealt to tasks by the envelope's customer: a different key would mean another order. */
    private void checkCustomer(byte[] key) throws BadEventException {
        if (subject == null && !EventTypes.APP_CLICK.equals(type)) {
            throw Complaint.of(ErrorCode.MISSING_FIELD, "subject", "absent", "the customer id");
        }
        if (subject == null || key == null || Arrays.equals(key, subject.getBytes(StandardCharsets.UTF_8))) {
            return;
        }
        Utf8.check(key, "key");
        String found = Complaint.quoted(new String(key, StandardCharsets.UTF_8));
        throw Complaint.of(ErrorCode.KEY_MISMATCH, "key", found, "the subject " + Complaint.quoted(subject));
    }

    private static void required(Object value, String where, String expected) throws BadEventException {
        if (value == null) {
            throw Complaint.of(ErrorCode.MISSING_FIELD, where, "absent", expected);
        }
    }
}
