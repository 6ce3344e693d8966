package io.motengine.jobs.release;

import io.motengine.schemas.release.ReleaseStatus;

/** Hears how far a task is with an order. */
@FunctionalInterface
interface StatusTeller {
    /**
     * A task has come so far.
     *
     * @param reason null unless refused
     */
    void tell(Seat seat, String order, String release, ReleaseStatus.State state, String reason, long tookMillis);
}
