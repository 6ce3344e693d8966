package io.motengine.engine;

import io.motengine.engine.identity.Names;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.MergeHandedOver;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.Relations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;

/** Events that are not for this record: the customer was erased, or is known by another name. */
final class Passage {
    /** The event went on to the customer that this identity has become. */
    private static final String FORWARDED = "forwarded";

    /** The customer was erased. No dead letter: it would keep what must be forgotten. */
    private static final String ERASED = "erased";

    private final CustomerState state;
    private final Release release;
    private final Effects effects;
    private boolean changed;

    Passage(CustomerState state, Release release, Effects effects) {
        this.state = state;
        this.release = release;
        this.effects = effects;
    }

    /**
     * Why the event is not for this record; null if it is.
     *
     * @param governed the clock of governance
     */
    String of(EventEnvelope envelope, Object body, Instant governed) throws BadEventException {
        if (state.identity().isErased() && !returns(envelope, body)) {
            if (body instanceof MergeHandedOver handed) {
                Merger.check(handed);
                forget(envelope, handed, governed);
            }
            return ERASED;
        }
        if (state.identity().into() == null || endsName(envelope, body)) {
            return null;
        }
        if (endsIdentity(body)) {
            if (!envelope.source().equals(CloudEventHeaders.ENGINE)) {
                tellEnd(envelope, state.identity().into());
            }
            state.identity().into(null);
            changed = true;
            return FORWARDED;
        }
        effects.tell(new EventEnvelope(
                envelope.id(),
                envelope.source(),
                envelope.type(),
                state.identity().into(),
                envelope.time(),
                envelope.body()));
        return FORWARDED;
    }

    /** Whether the record has changed on the way. */
    boolean changed() {
        return changed;
    }

    /**
     * A name's record was on its way while the customer was erased. It ends here: what is out under that name is called back, and
     * the name, which has kept nothing but whose it is, and those it had taken in are to be forgotten too.
     */
    private void forget(EventEnvelope envelope, MergeHandedOver handed, Instant governed) {
        CustomerState other = CustomerStateCodec.state(handed.record());
        new Ledger(other, effects).cancel(open -> true, "erased", governed);
        TreeSet<String> names = new TreeSet<>(other.identity().merged());
        names.add(handed.from());
        CustomerErased erased = new CustomerErased(null);
        for (String name : names) {
            effects.tell(new EventEnvelope(
                    Ids.of("told", EventTypes.of(erased), state.customer(), name, Cause.instance(envelope)),
                    CloudEventHeaders.ENGINE,
                    EventTypes.of(erased),
                    name,
                    Instant.ofEpochMilli(state.identity().erasedAt()),
                    EventWriter.body(erased)));
        }
    }

    /** Only an account opened since brings an erased customer back, as somebody new. */
    private boolean returns(EventEnvelope envelope, Object body) {
        LocalDate erased = release.ticks().day(state.identity().erasedAt());
        boolean opened = body instanceof ProfileUpdated profile
                && profile.openedOn() != null
                && !profile.openedOn().isBefore(erased)
                && envelope.time().toEpochMilli() > state.identity().erasedAt();
        if (opened) {
            state.identity().erasedAt(CustomerState.UNSET);
            changed = true;
        }
        return opened;
    }

    /** The customer that this name became was erased and says so to its names; from outside it goes on to the customer first. */
    private static boolean endsName(EventEnvelope envelope, Object body) {
        return body instanceof CustomerErased && envelope.source().equals(CloudEventHeaders.ENGINE);
    }

    /** The customer must know, or would not take this name in again, should it be linked once more. */
    private void tellEnd(EventEnvelope envelope, String customer) {
        CustomerLinked ended = new CustomerLinked(Relations.IDENTITY, state.customer(), "customer", true);
        effects.tell(new EventEnvelope(
                Ids.of("told", envelope.type(), state.customer(), customer, Cause.instance(envelope)),
                CloudEventHeaders.ENGINE,
                envelope.type(),
                customer,
                envelope.time(),
                EventWriter.body(ended)));
    }

    /** A device that has changed hands is nobody's until it is linked again. */
    private boolean endsIdentity(Object body) {
        return body instanceof CustomerLinked linked
                && linked.ended()
                && linked.relation().equals(Relations.IDENTITY)
                && Names.of(linked.otherKind(), linked.otherId())
                        .equals(state.identity().into());
    }
}
