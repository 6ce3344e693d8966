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
        return new NextTicks(
                release.ticks().dayNumber(state.clock()),
                release.ticks().dayNumber(state.lastActivity()),
                state.stage(),
                state.stageSince(),
                state.goalsMet().size(),
                state.features().usualDayChanges(),
                release.ticks().next(state, state.clock(), false),
                release.ticks().next(state, state.clock(), true));
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
