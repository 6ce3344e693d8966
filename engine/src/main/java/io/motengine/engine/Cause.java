package io.motengine.engine;

import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;

/**
 * What one decision is about: an event, or something that fell due.
 *
 * @param instance identifies it for good: moments that it raises carry it
 * @param time event time, epoch milliseconds
 */
record Cause(
        String kind, String source, String id, String type, String instance, long time, Origin origin, boolean late) {

    static Cause event(EventEnvelope envelope, Origin origin, boolean late) {
        return new Cause(
                "event",
                envelope.source(),
                envelope.id(),
                envelope.type(),
                instance(envelope),
                envelope.time().toEpochMilli(),
                origin,
                late);
    }

    static Cause due(String what, String instance, long time) {
        return new Cause("due", what, instance, null, what + "/" + instance, time, null, false);
    }

    /** An event as {@code source/id}. */
    static String instance(EventEnvelope envelope) {
        return envelope.source() + "/" + envelope.id();
    }

    DecisionRecord.Cause recorded() {
        return new DecisionRecord.Cause(kind, source, id, type, Instant.ofEpochMilli(time), origin, late);
    }
}
