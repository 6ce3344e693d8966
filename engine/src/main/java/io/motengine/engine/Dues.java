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
            return false;
        }
        release.features().meet(state.features(), Math.max(state.highWater(), state.clock()));
        release.patterns().meet(state.patterns());
        plan(state, release);
        return true;
    }

    private static long plan(CustomerState state, Release release, boolean service) {
        return state.planned().stream()
                .filter(planned -> release.serves(planned.strategy()) == service)
                .mapToLong(Planned::dueAt)
                .min()
                .orElse(CustomerState.NEVER);
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
        long lost = release.ticks().from(release.scorecards().nextDue(state.scores()), state.clock());
        state.nextTick(Math.min(lost, release.ticks().next(state, state.clock(), false)));
        state.nextServiceTick(release.ticks().next(state, state.clock(), true));
        state.nextWaits(
                release.patterns().nextDue(state.patterns(), false),
                release.patterns().nextDue(state.patterns(), true));
        state.nextPlans(plan(state, release, false), plan(state, release, true));
    }
}
