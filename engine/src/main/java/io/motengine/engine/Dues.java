package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Planned;

/** When a customer is looked at next, derived from the record and from what the release can make of it. */
final class Dues {
    private Dues() {}

    /** Brings a record into line with a release; costs next to nothing if they have met. Returns whether they had not. */
    static boolean meet(CustomerState state, Release release) {
        if (!state.meets(release.id().hashCode())) {
            if (state.workedOut() == null) {
                WorkedOut.of(state, release).ticks = NextTicks.remembered(state, release, lost(state, release));
            }
            return false;
        }
        state.workedOut(null);
        release.features().meet(state.features(), Math.max(state.highWater(), state.clock()));
        release.patterns().meet(state.patterns());
        plan(state, release);
        return true;
    }

    private static long plan(CustomerState state, Release release, boolean service) {
        long next = CustomerState.NEVER;
        for (Planned planned : state.planned()) {
            if (planned.dueAt() < next && release.serves(planned.strategy()) == service) {
                next = planned.dueAt();
            }
        }
        return next;
    }

    static void plan(CustomerState state, Release release) {
        if (state.identity().isErased()) {
            long forgotten = state.identity().erasedAt()
                    + release.policy().erasure().marker().toMillis();
            state.nextTick(forgotten);
            state.nextServiceTick(CustomerState.NEVER);
            return;
        }
        if (state.identity().into() != null) {
            state.nextTick(CustomerState.NEVER);
            state.nextServiceTick(CustomerState.NEVER);
            return;
        }
        long lost = lost(state, release);
        WorkedOut known = WorkedOut.of(state, release);
        if (known.ticks == null || !known.ticks.hold(state, release)) {
            known.ticks = NextTicks.of(state, release);
        }
        state.nextTick(Math.min(lost, known.ticks.other()));
        state.nextServiceTick(known.ticks.service());
        state.nextWaits(
                release.patterns().nextDue(state.patterns(), false),
                release.patterns().nextDue(state.patterns(), true));
        state.nextPlans(plan(state, release, false), plan(state, release, true));
    }

    /** The tick at which a level of a scorecard will be lost unless the score recovers, or {@link CustomerState#NEVER}. */
    private static long lost(CustomerState state, Release release) {
        return release.ticks().from(release.scorecards().nextDue(state.scores()), state.clock());
    }
}
