package io.motengine.engine;

import io.motengine.engine.facts.Moment;
import io.motengine.engine.patterns.Completed;
import io.motengine.engine.patterns.Retracted;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.time.Instant;

/**
 * What one decision is about: an event, or something that fell due.
 *
 * @param time event time, epoch milliseconds
 */
record Cause(String kind, String source, String id, String type, long time, Origin origin, boolean late) {

    static Cause event(EventEnvelope envelope, Origin origin, boolean late) {
        return new Cause(
                envelope.type().equals(EventTypes.MERGE_HANDED_OVER) ? "merge" : "event",
                envelope.source(),
                envelope.id(),
                envelope.type(),
                envelope.time().toEpochMilli(),
                origin,
                late);
    }

    static Cause due(String what, String instance, long time) {
        return new Cause("due", what, instance, null, time, null, false);
    }

    static Cause completed(Completed completed) {
        return due(completed.pattern(), completed.instance(), completed.at());
    }

    /** An event as {@code source/id}. */
    static String instance(EventEnvelope envelope) {
        return envelope.source() + "/" + envelope.id();
    }

    /** Identifies it for good: moments that it raises carry it. */
    String instance() {
        return source + "/" + id;
    }

    /** What the moments of a pattern carried that was raised and has turned out not to be true. */
    static String pattern(Retracted retracted) {
        return retracted.pattern() + "/" + retracted.instance();
    }

    /** What a moment raised by this carries: two subjects are two moments. */
    String instance(Moment moment) {
        if (moment.getInstance() != null) {
            return moment.getInstance();
        }
        return moment.getSubject().isEmpty() ? instance() : instance() + "#" + moment.getSubject();
    }

    /** Whether a moment's instance came of this cause, whatever its subject. */
    static boolean cameOf(String cause, String momentInstance) {
        return momentInstance.equals(cause) || momentInstance.startsWith(cause + "#");
    }

    /** Whether a moment's instance is of a moment about this subject. */
    static boolean isAbout(String subject, String momentInstance) {
        return momentInstance.endsWith("#" + subject);
    }

    DecisionRecord.Cause recorded() {
        return new DecisionRecord.Cause(kind, source, id, type, Instant.ofEpochMilli(time), origin, late);
    }
}
