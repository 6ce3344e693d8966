package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;

/**
 * The next daily ticks of a customer as they were found last. They stay the next until one of them comes, or anything moves that
 * they are counted from; the profile and the holdings are not among that, for a report of those forgets what was worked out.
 *
 * @param day of the clock, for a usual day is told anew every month
 * @param silentSince day of the last activity
 * @param goalsMet how many: waves of the stage end with them
 * @param usualDays as the features count their changes
 */
record NextTicks(
        long day,
        long silentSince,
        String stage,
        long stageSince,
        int goalsMet,
        int usualDays,
        long other,
        long service) {

    static NextTicks of(CustomerState state, Release release) {
        return of(
                state,
                release,
                release.ticks().next(state, state.clock(), false),
                release.ticks().next(state, state.clock(), true));
    }

    /**
     * As a record has them that was planned by this release last, and that nothing has happened to since; null if it does not tell.
     * Of most customers nothing is worked out when an event comes, and most events leave their ticks as they were.
     *
     * @param lost the tick at which a level of a scorecard will be lost: in the record it stands for the others if it comes first
     */
    static NextTicks remembered(CustomerState state, Release release, long lost) {
        boolean tells = lost == CustomerState.NEVER || lost > state.nextTick();
        // What their records wait for is no tick.
        boolean ended = state.identity().isErased() || state.identity().into() != null;
        return tells && !ended ? of(state, release, state.nextTick(), state.nextServiceTick()) : null;
    }

    private static NextTicks of(CustomerState state, Release release, long other, long service) {
        return new NextTicks(
                release.ticks().dayNumber(state.clock()),
                release.ticks().dayNumber(state.lastActivity()),
                state.stage(),
                state.stageSince(),
                state.goalsMet().size(),
                state.features().usualDayChanges(),
                other,
                service);
    }

    boolean hold(CustomerState state, Release release) {
        return state.clock() < Math.min(other, service)
                && stageSince == state.stageSince()
                && stage.equals(state.stage())
                && goalsMet == state.goalsMet().size()
                && usualDays == state.features().usualDayChanges()
                && day == release.ticks().dayNumber(state.clock())
                && silentSince == release.ticks().dayNumber(state.lastActivity());
    }
}
