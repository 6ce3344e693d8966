package io.motengine.engine.offline;

import io.motengine.engine.identity.Visitors;
import io.motengine.engine.release.Release;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;

/**
 * What one recorded message is to a release, as the job's sources see it.
 *
 * @param event to be decided upon, with a subject; null if the message is skipped
 * @param skipped stable word that says why; null if it is not
 */
public record Triage(EventEnvelope event, String skipped) {
    /** Nothing in the release looks at events of this type. */
    public static final String NOT_LISTENED_TO = "not-listened-to";

    /** Nothing tells whose event it is. */
    public static final String ANONYMOUS = "anonymous";

    /**
     * Reads a message.
     *
     * @param key the customer id in UTF-8; null if there is none
     * @throws BadEventException if the message breaks the contract: the job would make a dead letter of it
     */
    public static Triage of(byte[] key, byte[] value, RecordHeaders headers, Release release) throws BadEventException {
        String announced = EnvelopeReader.typeFromHeader(headers);
        if (announced != null && !release.listensTo(announced)) {
            return new Triage(null, NOT_LISTENED_TO);
        }
        return of(EnvelopeReader.read(key, value, headers), release);
    }

    /** Looks at an event whose envelope has been read. */
    public static Triage of(EventEnvelope event, Release release) throws BadEventException {
        if (!release.listensTo(event.type())) {
            return new Triage(null, NOT_LISTENED_TO);
        }
        EventEnvelope named = Visitors.named(event);
        return named == null ? new Triage(null, ANONYMOUS) : new Triage(named, null);
    }
}
