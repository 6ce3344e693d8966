package io.motengine.jobs.decide;

import io.motengine.engine.Decider;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.release.Seat;
import io.motengine.jobs.release.Timeline;
import java.util.List;

/**
 * Which release decides an input: the one that was live at its time, and never an earlier one than the customer has been decided
 * by before.
 *
 * <p>A function of the input, the customer's record and the orders, and of nothing else: an input that is decided again after a
 * crash, when the swap is long known, is decided by the same release.
 */
final class ReleaseChoice {
    private final Seat seat;
    private final SwapFloor floor;

    ReleaseChoice(Seat seat, SwapFloor floor) {
        this.seat = seat;
        this.floor = floor;
    }

    /**
     * The releases for an input.
     *
     * @param time of the input (event time, epoch milliseconds)
     */
    Timeline.Slot of(CustomerState state, long time) {
        return of(seat.reach(time), state, time);
    }

    /** The live release for a customer whom nobody decides upon now. */
    Release asOf(CustomerState state, long time) {
        return of(seat.timeline(), state, time).of(state.customer());
    }

    private Timeline.Slot of(Timeline timeline, CustomerState state, long time) {
        if (timeline.slots().size() == 1) {
            return timeline.slots().get(0);
        }
        long since = Math.max(Math.max(time, state.highWater()), floor.time());
        return timeline.slots().get(slot(timeline, state, since));
    }

    /** A record that has met a later release stays with it: to and fro, it would forget what only one of them remembers. */
    private static int slot(Timeline timeline, CustomerState state, long time) {
        List<Timeline.Slot> slots = timeline.slots();
        int byTime = timeline.at(time);
        if (state.hasMet(hash(slots.get(byTime), state))) {
            return byTime;
        }
        for (int later = slots.size() - 1; later > byTime; later--) {
            if (state.hasMet(hash(slots.get(later), state))) {
                return later;
            }
        }
        return byTime;
    }

    private static int hash(Timeline.Slot slot, CustomerState state) {
        return slot.of(state.customer()).id().hashCode();
    }

    /** What was warmed up for this task to decide by a release; null for nothing. */
    Decider warmed(String release) {
        return seat.warmed(release);
    }

    /** What all timers should have been set by, at a time (event time, epoch milliseconds). */
    Timeline.Slot slot(long time) {
        Timeline timeline = seat.timeline();
        return timeline.slots().get(timeline.at(Math.max(time, floor.time())));
    }

    Timeline timeline() {
        return seat.timeline();
    }
}
