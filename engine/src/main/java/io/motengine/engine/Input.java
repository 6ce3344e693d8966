package io.motengine.engine;

import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;

/** What the engine decides upon, for one customer. */
public sealed interface Input {

    /** An event of the customer, its body not yet bound. */
    record Event(EventEnvelope envelope, Origin origin) implements Input {}

    /** Time has passed: everything due at or before {@code at} (event time) runs, in due order. */
    record Wake(Instant at) implements Input {}
}
