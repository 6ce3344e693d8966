package io.motengine.jobs.decide;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Up to which event time events may be waiting for their turn: a job that decides on arrival and goes on from one that decided
 * by event time (a warm-up) must take them first. Once all timers up to it have fired, nobody needs to look for them any more.
 *
 * <p>Union state: after rescaling, a subtask may have got the customers of any other.
 */
final class WaitingHorizon {
    private static final ListStateDescriptor<Long> STATE = new ListStateDescriptor<>("waiting-until", Types.LONG);
    private static final long NONE = Long.MIN_VALUE;

    private final ListState<Long> state;
    private long until = NONE;

    WaitingHorizon(OperatorStateStore store) throws Exception {
        state = store.getUnionListState(STATE);
        for (long restored : state.get()) {
            until = Math.max(until, restored);
        }
    }

    /** An event waits until this time, epoch milliseconds. */
    void waits(long time) {
        until = Math.max(until, time);
    }

    /** Whether an event may still be waiting, when all timers up to this time have fired since the start. */
    boolean mayWait(long ranUpTo) {
        if (ranUpTo >= until) {
            until = NONE;
        }
        return until != NONE;
    }

    void snapshot() throws Exception {
        state.clear();
        if (until != NONE) {
            state.add(until);
        }
    }
}
