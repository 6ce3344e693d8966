package io.motengine.schemas.release;

import java.time.Instant;
import java.util.Objects;

/**
 * How far one task of the job is with an order ({@code mot.release.status.v1}).
 *
 * @param id CloudEvents id
 * @param time when it was said, UTC
 * @param order that it is about
 * @param release that the order is about
 * @param subtask of the deciding operator, from 0
 * @param subtasks how many there are
 * @param state how far it is
 * @param reason why not; null unless it was refused
 * @param highWater newest event time that the task has decided; null if it has decided nothing yet
 * @param clock {@code wall} if events are decided as they happen, {@code event} if their time runs otherwise
 * @param tookMillis how long the release took to read, compile and warm up; 0 if it did not have to
 */
public record ReleaseStatus(
        String id,
        Instant time,
        String order,
        String release,
        int subtask,
        int subtasks,
        State state,
        String reason,
        Instant highWater,
        String clock,
        long tookMillis) {
    public static final String TYPE = "mot.release.status.v1";

    /** How far a task is. */
    public enum State {
        /** The release is compiled and could decide. */
        PREPARED,
        /** Nothing changes; the reason says why. */
        REFUSED,
        /** It knows from when on the release decides. */
        ARMED,
        /** As armed, but events from after the swap had been decided already, by what was live before. */
        LATE,
        /** It decides by the order. */
        LIVE
    }

    public ReleaseStatus {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(clock, "clock");
    }
}
