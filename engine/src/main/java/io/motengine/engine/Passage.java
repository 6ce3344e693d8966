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
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.GrantDenied;
import io.motengine.schemas.event.GrantGiven;
import io.motengine.schemas.event.LinkedMoment;
import io.motengine.schemas.event.MergeHandedOver;
import io.motengine.schemas.event.MergeRequested;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.Relations;
import io.motengine.schemas.event.TieForgotten;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** Events that are not for this record: the customer was erased, or is known by another name. */
final class Passage {
    /** The event went on to the customer that this identity has become. */
    static final String FORWARDED = "forwarded";

    /** The customer was erased. No dead letter: it would keep what must be forgotten. */
    static final String ERASED = "erased";

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
     * Whether the customer was erased, and this event does not bring somebody new.
     *
     * @param governed the clock of governance
     */
    boolean isShut(EventEnvelope envelope, Object body, Instant governed) throws BadEventException {
        if (!state.identity().isErased() || returns(envelope, body)) {
            return false;
        }
        if (body instanceof MergeHandedOver handed) {
            Merger.check(handed);
            forget(envelope, handed, governed);
        }
        if (body instanceof CustomerLinked linked && linked.relation().equals(Relations.IDENTITY) && !linked.ended()) {
            passOnErasure(envelope, Names.of(linked.otherKind(), linked.otherId()));
        } else if (body instanceof MergeRequested requested) {
            passOnErasure(envelope, requested.into());
        } else if (body instanceof GrantGiven given) {
            changed = new Counting(state, release, effects).answeredTooLate(given.actionId(), true, governed);
        } else if (body instanceof GrantDenied denied) {
            changed = new Counting(state, release, effects).answeredTooLate(denied.actionId(), false, governed);
        }
        if (fromEngine(envelope)) {
            // Whoever still thinks of a tie has not heard of the end, or has been told of the tie after it.
            if (body instanceof CustomerLinked linked && !linked.ended()) {
                tellForgotten(envelope, linked.otherId());
            } else if (body instanceof LinkedMoment moment) {
                tellForgotten(envelope, moment.from());
            }
        }
        return true;
    }

    /** Whether the marker remembers something else than before. */
    boolean changed() {
        return changed;
    }

    /**
     * A person has asked to be forgotten, and the name under which they did turns out to be another name of somebody who lives on. If
     * they were one by then, all of them is forgotten, and so is a name that would become this one. A device that was
     * linked only afterwards may be somebody else's by now.
     */
    private void passOnErasure(EventEnvelope because, String other) {
        long erased = state.identity().erasedAt();
        boolean wereOne = because.time().toEpochMilli() <= erased;
        boolean becomesThis = Names.remaining(state.customer(), other).equals(state.customer());
        if (!other.equals(state.customer()) && (wereOne || becomesThis)) {
            tellErased(because, other);
        }
    }

    private void tellErased(EventEnvelope because, String name) {
        CustomerErased erased = new CustomerErased(null);
        effects.tell(new EventEnvelope(
                Ids.of("told", EventTypes.of(erased), state.customer(), name, Cause.instance(because)),
                CloudEventHeaders.ENGINE,
                EventTypes.of(erased),
                name,
                Instant.ofEpochMilli(state.identity().erasedAt()),
                EventWriter.body(erased)));
    }

    /**
     * A name's record was on its way while the customer was erased. It ends here: what is out under that name is called back, and
     * the name, which has kept nothing but whose it is, and those it had taken in are to be forgotten too.
     */
    private void forget(EventEnvelope envelope, MergeHandedOver handed, Instant governed) {
        CustomerState other = CustomerStateCodec.state(handed.record());
        Counting counting = new Counting(other, release, effects);
        new Ledger(other, counting).cancel(open -> true, "erased", governed);
        // Nobody will hear what the allocator answers to that name.
        counting.forget(governed).stream()
                .filter(asking -> asking.recall().customer() == null)
                .forEach(asking -> counting.answeredTooLate(asking.action(), true, governed));
        TreeSet<String> names = new TreeSet<>(other.identity().merged());
        names.add(handed.from());
        names.forEach(name -> tellErased(envelope, name));
    }

    /** Only an account opened since brings an erased customer back, as somebody new. */
    private boolean returns(EventEnvelope envelope, Object body) {
        LocalDate erased = release.ticks().day(state.identity().erasedAt());
        return body instanceof ProfileUpdated profile
                && profile.openedOn() != null
                && !profile.openedOn().isBefore(erased)
                && envelope.time().toEpochMilli() > state.identity().erasedAt();
    }

    /** The event will be taken in. */
    void open() {
        state.identity().erasedAt(CustomerState.UNSET);
    }

    private void tellForgotten(EventEnvelope because, String other) {
        tell(because, other, new TieForgotten(List.of(state.customer())));
    }

    /** Whether the event is not for this record but for the customer that it has become: then it has been passed on. */
    boolean goesOn(EventEnvelope envelope, Object body) {
        String into = state.identity().into();
        if (into == null || endsName(envelope, body)) {
            return false;
        }
        if (body instanceof CustomerLinked linked
                && linked.ended()
                && linked.relation().equals(Relations.IDENTITY)
                && part(envelope, Names.of(linked.otherKind(), linked.otherId()))) {
            return true;
        }
        passOn(envelope, into, envelope.body());
        return true;
    }

    /**
     * A device that has changed hands is nobody's until it is linked again. Names merge only into names that rank before them,
     * so one that ranks before this one is, or is a name of, the customer that this one has become, through however many names.
     */
    private boolean part(EventEnvelope envelope, String other) {
        if (other.equals(state.customer())) {
            return true;
        }
        String into = state.identity().into();
        boolean ranksBefore = Names.remaining(state.customer(), other).equals(other);
        if (other.equals(into) || (fromEngine(envelope) && ranksBefore)) {
            if (!fromEngine(envelope)) {
                // The customer must know, or would not take this name in again, should it be linked once more.
                tell(envelope, into, ended());
            }
            state.identity().into(null);
            return true;
        }
        if (ranksBefore) {
            // Whether the two are one only the other's record can tell; if so, it tells this one.
            passOn(envelope, other, EventWriter.body(ended()));
            return true;
        }
        return false;
    }

    private CustomerLinked ended() {
        return new CustomerLinked(Relations.IDENTITY, state.customer(), "customer", true);
    }

    private void passOn(EventEnvelope envelope, String to, byte[] body) {
        effects.tell(new EventEnvelope(envelope.id(), envelope.source(), envelope.type(), to, envelope.time(), body));
    }

    private void tell(EventEnvelope because, String to, EventBody body) {
        String type = EventTypes.of(body);
        effects.tell(new EventEnvelope(
                Ids.of("told", type, state.customer(), to, Cause.instance(because)),
                CloudEventHeaders.ENGINE,
                type,
                to,
                because.time(),
                EventWriter.body(body)));
    }

    private static boolean fromEngine(EventEnvelope envelope) {
        return envelope.source().equals(CloudEventHeaders.ENGINE);
    }

    /** The customer that this name became was erased and says so to its names; from outside it goes on to the customer first. */
    private static boolean endsName(EventEnvelope envelope, Object body) {
        return body instanceof CustomerErased && fromEngine(envelope);
    }
}
