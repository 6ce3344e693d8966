package io.motengine.schemas.codec;

import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import java.time.Instant;

/**
 * Writes events as a bank's systems would: structured CloudEvents in UTF-8. The same arguments always give the same bytes.
 *
 * <p>Records are written as they are. What {@link EventBinder} would refuse (an empty id, an amount below zero) is refused
 * when it is read.
 */
public final class EventWriter {
    private EventWriter() {}

    /**
     * A whole message. Its type is that of the body.
     *
     * @param subject customer id; null for a click of an unknown visitor
     */
    public static byte[] write(String id, String source, String subject, Instant time, EventBody body) {
        return Json.write(out -> {
            out.envelope(id, source, EventTypes.of(body), subject, time);
            out.object("data", data -> BodyWriter.members(data, body));
        });
    }

    /** A whole message around a body that is JSON already. */
    public static byte[] write(EventEnvelope envelope) {
        return Json.write(out -> {
            out.envelope(envelope.id(), envelope.source(), envelope.type(), envelope.subject(), envelope.time());
            out.raw("data", envelope.body());
        });
    }

    /** Only {@code data}: the value of a record in binary mode. */
    public static byte[] body(EventBody body) {
        return Json.write(out -> BodyWriter.members(out, body));
    }
}
