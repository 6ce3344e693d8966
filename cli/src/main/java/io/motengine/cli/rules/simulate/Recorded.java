package io.motengine.cli.rules.simulate;

import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.util.Comparator;

/**
 * One recorded event, its body not yet bound.
 *
 * @param event with the subject that the message has; null for nobody's
 */
record Recorded(EventEnvelope event, Origin origin) {
    /** The order in which the job decides a history by event time. */
    static final Comparator<Recorded> IN_TIME = Comparator.comparing(
                    (Recorded recorded) -> recorded.event().time())
            .thenComparing(recorded -> recorded.origin().topic())
            .thenComparingInt(recorded -> recorded.origin().partition())
            .thenComparingLong(recorded -> recorded.origin().offset());
}
