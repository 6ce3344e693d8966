package io.motengine.engine;

import io.motengine.engine.patterns.Changes;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CreditLimit;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.state.ListEntry;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.Learned;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.Instant;

/** Takes an event into the record: what is remembered of it before anything is decided. */
final class Intake {
    /** How long it is remembered that a holding was closed: an older report, or one of another name, does not bring it back. */
    private static final long CLOSED_MEMORY_MILLIS = 400L * 24 * 60 * 60 * 1_000;

    private final CustomerState state;
    private final Release release;
    private final Desk desk;
    private final Instant governed;

    /** @param governed the clock of governance */
    Intake(CustomerState state, Release release, Desk desk, Instant governed) {
        this.state = state;
        this.release = release;
        this.desk = desk;
        this.governed = governed;
    }

    /** What it does to patterns. */
    Changes take(EventEnvelope envelope, Object body, long time, boolean drivesTime) {
        if (drivesTime) {
            state.active(time);
        }
        state.known(time);
        release.features().add(envelope.type(), body, time, state.highWater(), state.features());
        report(body, time);
        return release.patterns()
                .add(
                        envelope.type(),
                        body,
                        time,
                        () -> Cause.instance(envelope),
                        state.clock(),
                        state.highWater(),
                        state.patterns());
    }

    private void report(Object body, long time) {
        if (body instanceof ProfileUpdated profile) {
            state.profile(state.profile().updated(profile, time));
            state.shown().stale();
        } else if (body instanceof HoldingUpdated held) {
            report(held, time);
        } else if (body instanceof CustomerListed listed) {
            state.lists().merge(listed.label(), new ListEntry(listed.until(), listed.listed(), time), ListEntry::newer);
            state.shown().stale();
        } else if (body instanceof Feedback feedback) {
            desk.ledger().take(feedback, time, governed);
            learn(feedback.learned(), time);
        } else if (body instanceof CreditLimitUpdated limit) {
            state.limits()
                    .merge(
                            limit.productId(),
                            new CreditLimit(limit.limit(), limit.used(), limit.validUntil(), time),
                            CreditLimit::newer);
        }
    }

    /** As if the customer master had reported it then; labels are kept as lists, for the master does not know them and would end them. */
    private void learn(Learned learned, long time) {
        if (learned == null) {
            return;
        }
        state.profile(state.profile()
                .updated(
                        new ProfileUpdated(
                                null,
                                learned.birthDate(),
                                null,
                                null,
                                null,
                                learned.timeZone(),
                                learned.language(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        time));
        learned.labels()
                .forEach(label -> state.lists().merge(label, new ListEntry(null, true, time), ListEntry::newer));
        state.shown().stale();
    }

    private void report(HoldingUpdated held, long time) {
        state.holdings()
                .values()
                .removeIf(known -> !known.active() && known.reportedAt() < state.clock() - CLOSED_MEMORY_MILLIS);
        state.holdings()
                .merge(
                        held.holdingId(),
                        new HeldProduct(
                                held.productId(),
                                held.family(),
                                held.amount(),
                                held.maturesOn(),
                                held.status() == HoldingUpdated.Status.ACTIVE,
                                time),
                        HeldProduct::newer);
    }
}
