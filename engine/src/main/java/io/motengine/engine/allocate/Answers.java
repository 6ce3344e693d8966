package io.motengine.engine.allocate;

import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.GrantDenied;
import io.motengine.schemas.event.GrantGiven;
import io.motengine.schemas.hash.Sha256;
import java.time.Instant;
import java.util.Optional;

/** What the customer is told of a claim: an event on {@code mot.internal}. */
public final class Answers {
    private static final int ID_DIGITS = 32;

    private Answers() {}

    /**
     * The answer to a claim. The same claim, made again at another time, has another one.
     *
     * @param denied the resource that has run out; empty if all was given
     * @param time when the action was decided
     */
    public static EventEnvelope of(String customer, String action, Optional<String> denied, Instant time) {
        EventBody body = denied.isPresent() ? new GrantDenied(action, denied.get()) : new GrantGiven(action);
        String type = EventTypes.of(body);
        return new EventEnvelope(
                Sha256.hex(type + "\n" + action + "\n" + time).substring(0, ID_DIGITS),
                CloudEventHeaders.ENGINE,
                type,
                customer,
                time,
                EventWriter.body(body));
    }
}
