package io.motengine.engine.identity;

import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;

/** Whose click it is when nobody has signed in: that of the mini-program's user, or else of the device. */
public final class Visitors {
    private Visitors() {}

    /**
     * The event with a subject; null if nothing tells who it was.
     *
     * @throws BadEventException if the body breaks the contract
     */
    public static EventEnvelope named(EventEnvelope envelope) throws BadEventException {
        if (envelope.subject() != null) {
            return envelope;
        }
        if (!envelope.type().equals(EventTypes.APP_CLICK)) {
            return null;
        }
        AppClick click = (AppClick) EventBinder.bind(envelope.type(), envelope.body());
        if (click.openId() != null) {
            return of(envelope, Names.of("openid", click.openId()));
        }
        return click.deviceId() == null ? null : of(envelope, Names.of("device", click.deviceId()));
    }

    private static EventEnvelope of(EventEnvelope envelope, String subject) {
        return new EventEnvelope(
                envelope.id(), envelope.source(), envelope.type(), subject, envelope.time(), envelope.body());
    }
}
