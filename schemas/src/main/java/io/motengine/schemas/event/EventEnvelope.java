package io.motengine.schemas.event;

import java.time.Instant;
import java.util.Objects;

/**
 * The CloudEvents context of an event, with its body still as bytes.
 *
 * <p>The array is shared, not copied: nobody changes it.
 *
 * @param id unique within {@code source}
 * @param source who sent it
 * @param type versioned type, see {@link EventTypes}
 * @param subject customer id; null for a click of an unknown visitor
 * @param time when it happened, UTC
 * @param body UTF-8 JSON of {@code data}
 */
@SuppressWarnings("ArrayRecordComponent") // copying each body would cost more than all the rest of reading it
public record EventEnvelope(String id, String source, String type, String subject, Instant time, byte[] body) {
    public EventEnvelope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(body, "body");
    }
}
