package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimeServiceManager.ShouldStopAdvancingFn;
import org.apache.flink.streaming.api.operators.InternalTimerServiceImpl;

/**
 * The timers that wake customers up. What is due, and when, the record itself knows.
 *
 * <p>A customer has at most one waking timer of each urgency. It is set only when something falls due earlier than it; when
 * it fires too early, because that something has moved, it is set anew. So a due that moves with each event costs no timer
 * for each.
 */
final class WakingTimers {
    /** Flink's own class, for its timers can be run in slices; the interface does not show that. */
    private final Map<Urgency, InternalTimerServiceImpl<?, VoidNamespace>> services;

    private final Dues dues;
    private final Instant until;
    private final BooleanSupplier keepsOvertaken;
    private final Map<Urgency, Long> ranUpTo = new EnumMap<>(Urgency.class);
    private long watermark = Long.MIN_VALUE;

    /**
     * Timers over Flink's.
     *
     * @param until last moment at which anything falls due; null without such an end
     * @param keepsOvertaken whether a timer that is not needed any more is left to fire for nothing: an event may be waiting for
     *     the very same
     */
    WakingTimers(
            Map<Urgency, InternalTimerServiceImpl<?, VoidNamespace>> services,
            Dues dues,
            Instant until,
            BooleanSupplier keepsOvertaken) {
        this.services = Map.copyOf(services);
        this.dues = dues;
        this.until = until;
        this.keepsOvertaken = keepsOvertaken;
    }

    /** Up to where events are expected to be there (event time); not kept in checkpoints. */
    long watermark() {
        return watermark;
    }

    void advance(long to) {
        watermark = Math.max(watermark, to);
    }

    boolean isDue(Urgency urgency, CustomerState state, long at) {
        return dues.next(urgency, state) <= at && withinReach(at);
    }

    /** Whether anything may still fall due at this time. */
    boolean withinReach(long due) {
        if (until != null) {
            return due <= until.toEpochMilli();
        }
        // The last watermark of a job that is drained is the end of the stream, not of time.
        return due != CustomerState.NEVER && watermark != Long.MAX_VALUE;
    }

    /** Sets the current customer's timers where something is due before them; returns whether the record changed. */
    boolean set(CustomerState state) {
        boolean changed = false;
        for (Urgency urgency : Urgency.values()) {
            long due = dues.next(urgency, state);
            if (due < urgency.wakeAt(state) && withinReach(due)) {
                if (urgency.wakeAt(state) != CustomerState.NEVER && !keepsOvertaken.getAsBoolean()) {
                    services.get(urgency).deleteEventTimeTimer(VoidNamespace.INSTANCE, urgency.wakeAt(state));
                }
                setForEvent(urgency, due);
                urgency.wakeAt(state, due);
                changed = true;
            }
        }
        return changed;
    }

    /** A timer that the customer's record knows nothing of. */
    void setForEvent(Urgency urgency, long time) {
        services.get(urgency).registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    }

    /** A timer has fired: forgets it; returns whether the record changed. */
    static boolean spent(Urgency urgency, long timer, CustomerState state) {
        if (urgency.wakeAt(state) > timer) {
            return false;
        }
        urgency.wakeAt(state, CustomerState.NEVER);
        return true;
    }

    /**
     * Fires what is due, in order of time.
     *
     * @param stop asked after each timer
     * @return whether it got to the end
     */
    boolean run(Urgency urgency, ShouldStopAdvancingFn stop) throws Exception {
        boolean done = services.get(urgency).tryAdvanceWatermark(watermark, stop);
        if (done) {
            ranUpTo.put(urgency, watermark);
        }
        return done;
    }

    /** Up to where all timers have fired since the start (event time): behind the watermark while there is a backlog. */
    long ranUpTo(Urgency urgency) {
        return ranUpTo.getOrDefault(urgency, Long.MIN_VALUE);
    }
}
