package io.motengine.engine;

import io.motengine.engine.identity.Names;
import io.motengine.engine.patterns.Changes;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.Asking;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.engine.state.Link;
import io.motengine.engine.state.Union;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.CloudEventHeaders;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.MergeHandedOver;
import io.motengine.schemas.event.MergeRequested;
import io.motengine.schemas.event.Relations;
import io.motengine.schemas.event.TieForgotten;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ties between records: names of one customer become one record, and linked customers learn of each other.
 *
 * <p>Of two names the one that {@link Names#remaining} says takes in the other, whichever of them is told and in whichever
 * order: the one that remains asks, the other hands over its record once and from then on only passes events on.
 */
final class Merger {
    /** More than an event that tells of a merge adds to a record. */
    private static final int WHAT_THE_EVENT_ADDS = 4096;

    /** How long it is remembered that a tie has ended, so that an older report does not bring it back. */
    private static final long ENDED_TIE_MEMORY_MILLIS = 30L * 24 * 60 * 60 * 1_000;

    private final CustomerState state;
    private final Release release;
    private final Effects effects;

    /** What came of it. */
    record Merged(List<String> names, Changes patterns) {
        static final Merged NOTHING = new Merged(List.of(), Changes.NONE);
    }

    Merger(CustomerState state, Release release, Effects effects) {
        this.state = state;
        this.release = release;
        this.effects = effects;
    }

    /** Refuses a record that cannot be taken in, or not be handed over, before anything of the event has been. */
    void check(Object body) throws BadEventException {
        if (body instanceof MergeHandedOver handed) {
            check(handed);
        } else if (body instanceof MergeRequested requested) {
            checkSize(requested.into());
        } else if (body instanceof CustomerLinked linked
                && linked.relation().equals(Relations.IDENTITY)
                && !linked.ended()) {
            checkSize(Names.of(linked.otherKind(), linked.otherId()));
        }
    }

    /** Refuses a record that cannot be read, or is not of whom it is said to be. */
    static void check(MergeHandedOver handed) throws BadEventException {
        String of;
        try {
            of = CustomerStateCodec.state(handed.record()).customer();
        } catch (RuntimeException e) {
            // Whatever a reader of the engine's own form stumbles over: it is not one.
            throw new BadEventException(
                    ErrorCode.BAD_VALUE, "data.record: unreadable (expected: a customer's record): " + e);
        }
        if (!of.equals(handed.from())) {
            throw new BadEventException(
                    ErrorCode.BAD_VALUE, "data.record: of another customer (expected: of data.from)");
        }
    }

    /** A record that no message can carry stays where it is: the two names go on as two customers, and a dead letter says so. */
    private void checkSize(String other) throws BadEventException {
        if (other.equals(state.customer())
                || remains(other)
                || state.identity().merged().contains(other)) {
            return;
        }
        int most = MergeHandedOver.MAX_RECORD - WHAT_THE_EVENT_ADDS;
        int size = CustomerStateCodec.bytes(state).length;
        if (size > most) {
            throw new BadEventException(
                    ErrorCode.TOO_LARGE,
                    "record of " + state.customer() + ": " + size + " bytes (expected: at most " + most
                            + " to be merged into " + other + ")");
        }
    }

    private boolean remains(String other) {
        return Names.remaining(state.customer(), other).equals(state.customer());
    }

    Merged take(EventEnvelope envelope, Object body, Desk desk, Instant now) {
        forgetEndedTies();
        if (body instanceof CustomerLinked linked) {
            String other = Names.of(linked.otherKind(), linked.otherId());
            if (!other.equals(state.customer())) {
                link(envelope, linked, other);
            }
        } else if (body instanceof MergeRequested requested) {
            if (!requested.into().equals(state.customer())) {
                unite(envelope, requested.into());
            }
        } else if (body instanceof MergeHandedOver handed) {
            return absorb(handed);
        } else if (body instanceof CustomerErased erased) {
            erase(envelope, erased, desk, now);
        } else if (body instanceof TieForgotten forgotten) {
            forget(forgotten, desk.ledger(), now);
        }
        return Merged.NOTHING;
    }

    private void forgetEndedTies() {
        if (!state.links().isEmpty()) {
            state.links()
                    .values()
                    .removeIf(tie -> tie.ended() && tie.reportedAt() < state.clock() - ENDED_TIE_MEMORY_MILLIS);
        }
    }

    private void link(EventEnvelope envelope, CustomerLinked linked, String other) {
        if (linked.relation().equals(Relations.IDENTITY)) {
            if (linked.ended()) {
                part(envelope, other);
            } else {
                unite(envelope, other);
            }
            return;
        }
        String relation = Relations.canonical(linked.relation());
        state.links()
                .merge(
                        new Link(relation, other),
                        new Link.Standing(linked.ended(), envelope.time().toEpochMilli()),
                        Link.Standing::newer);
        if (!envelope.source().equals(CloudEventHeaders.ENGINE)) {
            tell(
                    other,
                    envelope,
                    new CustomerLinked(Relations.inverse(relation), state.customer(), "customer", linked.ended()));
        }
    }

    private void unite(EventEnvelope envelope, String other) {
        if (state.identity().merged().contains(other)) {
            return;
        }
        if (remains(other)) {
            tell(other, envelope, new MergeRequested(state.customer(), Cause.instance(envelope)));
            return;
        }
        tell(other, envelope, MergeHandedOver.of(state.customer(), CustomerStateCodec.bytes(state)));
        if (state.shown().hash() != 0) {
            effects.forget();
        }
        state.forgetAllButArrivals();
        state.identity().into(other);
    }

    /** Whoever used to be the same customer goes on alone; what has been merged stays merged. */
    private void part(EventEnvelope envelope, String other) {
        if (state.identity().merged().remove(other) && !envelope.source().equals(CloudEventHeaders.ENGINE)) {
            tell(other, envelope, new CustomerLinked(Relations.IDENTITY, state.customer(), "customer", true));
        }
    }

    private Merged absorb(MergeHandedOver handed) {
        if (!state.identity().merged().add(handed.from())) {
            return Merged.NOTHING;
        }
        CustomerState other = CustomerStateCodec.state(handed.record());
        Dues.meet(other, release);
        Changes patterns = release.patterns()
                .merge(
                        state.patterns(),
                        other.patterns(),
                        Math.max(state.clock(), other.clock()),
                        Math.max(state.highWater(), other.highWater()));
        state.features().merge(other.features(), release.features(), Math.max(state.highWater(), state.clock()));
        String kind = state.profile().kind();
        Union.of(
                state,
                other,
                release.lifeCycles().declares(kind) ? release.lifeCycles().initial(kind) : "");
        return new Merged(List.of(handed.from()), patterns);
    }

    private void erase(EventEnvelope envelope, CustomerErased erased, Desk desk, Instant now) {
        desk.ledger().cancel(open -> true, "erased", now);
        List<Asking> unanswered = desk.counting().forget(now);
        List<String> names = new ArrayList<>(state.identity().merged());
        names.forEach(name -> tell(name, envelope, erased));
        names.add(0, state.customer());
        state.links().keySet().stream()
                .map(Link::other)
                .distinct()
                .sorted()
                .forEach(other -> tell(other, envelope, new TieForgotten(names)));
        state.identity().merged().clear();
        state.forgetAll();
        state.identity().merged().clear();
        state.identity().into(null);
        state.identity().erasedAt(envelope.time().toEpochMilli());
        state.counted().asking().addAll(unanswered);
        effects.forget();
    }

    /** Somebody linked was erased: whatever names them goes, and what is out about them is called back. */
    private void forget(TieForgotten forgotten, Ledger ledger, Instant now) {
        state.links().keySet().removeIf(link -> forgotten.names().contains(link.other()));
        ledger.cancel(
                open -> forgotten.names().stream().anyMatch(name -> Cause.isAbout(name, open.instance())),
                "erased",
                now);
        forgotten.names().forEach(name -> release.patterns().forget(name, state.patterns()));
    }

    private void tell(String other, EventEnvelope because, EventBody body) {
        String type = EventTypes.of(body);
        effects.tell(new EventEnvelope(
                Ids.of("told", type, state.customer(), other, Cause.instance(because)),
                CloudEventHeaders.ENGINE,
                type,
                other,
                because.time(),
                EventWriter.body(body)));
    }
}
