package io.motengine.jobs.release;

import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ReleaseStatusCodec;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.util.HashSet;
import java.util.Set;

/**
 * Orders that were refused before this process started, by what was said of them. Whether there was room, or time to compile, then
 * cannot be found out any more, and whoever gave the order was told that it changes nothing: so it does not come to life with a
 * restart. What a task has decided by all the same was not refused.
 */
final class Refusals {
    private final Set<String> refused = new HashSet<>();
    private final Set<String> live = new HashSet<>();

    /** Takes what was said; what cannot be read says nothing. */
    void take(byte[] said) {
        try {
            ReleaseStatus status = ReleaseStatusCodec.read(said);
            if (status.state() == State.REFUSED) {
                refused.add(status.order());
            } else if (status.state() == State.LIVE) {
                live.add(status.order());
            }
        } catch (BadEventException e) {
            // Whoever writes there what nobody can read has refused nothing.
        }
    }

    boolean has(String order) {
        return refused.contains(order) && !live.contains(order);
    }
}
