package io.motengine.jobs.decide;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Runs what is due in slices of some milliseconds, so that events and checkpoints wait for no more than one slice, however
 * many customers are due: after an outage, all of a day.
 *
 * <p>Service goes first. Marketing is held back to so many customers a second: neither channels nor branches can take a day's
 * worth at once. Time that is left goes to the sweep. Between two slices the thread is free: for as long as a slice takes if
 * there were events meanwhile, else for a moment.
 *
 * <p>Nothing of this is in a checkpoint: the timers are, and the next watermark after a restart goes on with them.
 */
final class DueDrain {
    /** Reading a record costs more than a timer does, so a slice is short in customers too. */
    static final int MOST_IN_SLICE = 500;

    private static final long SLICE_MILLIS = 5;
    private static final long UNTIL_TOKENS_MILLIS = 10;

    private final DecisionOrder order;
    private final WakingTimers timers;
    private final ReleaseSweep sweep;
    private final Limits limits;
    private final DueMetrics metrics;
    private final ProcessingTimeService time;
    private final Map<Urgency, Long> ranUpTo = new EnumMap<>(Urgency.class);

    private ScheduledFuture<?> nextSlice;
    private boolean continued;
    private boolean eventsCame;
    private int doneInSlice;
    private long sliceEnd;

    /** How many customers at a time. */
    record Limits(TokenBucket marketing, TokenBucket sweep) {}

    DueDrain(
            DecisionOrder order,
            WakingTimers timers,
            ReleaseSweep sweep,
            Limits limits,
            DueMetrics metrics,
            ProcessingTimeService time) {
        this.order = order;
        this.timers = timers;
        this.sweep = sweep;
        this.limits = limits;
        this.metrics = metrics;
        this.time = time;
    }

    /** Goes on with what is left undone, if anything is; a slice that is due already is not run earlier for it. */
    void proceed() throws Exception {
        if (nextSlice == null) {
            continued = false;
            slice();
        }
    }

    /** Runs everything at once, whatever the limits. */
    void complete() throws Exception {
        sweep.run(() -> false);
        timers.run(Urgency.SERVICE, () -> false);
        timers.run(Urgency.MARKETING, () -> false);
        timers.run(Urgency.SERVICE, () -> false);
    }

    /** An event has been decided: there may be more of them. */
    void eventCame() {
        eventsCame = true;
    }

    /** A timer of the current customer has fired. */
    void fired(Urgency urgency, InternalTimer<String, VoidNamespace> timer) throws Exception {
        ranUpTo.put(urgency, timer.getTimestamp());
        doneInSlice++;
        if (continued) {
            metrics.deferred();
        }
        if (order.timer(urgency, timer.getKey(), timer.getTimestamp())) {
            limits.marketing().take();
        }
    }

    private void slice() throws Exception {
        doneInSlice = 0;
        sliceEnd = time.getCurrentProcessingTime() + SLICE_MILLIS;
        boolean served = timers.run(Urgency.SERVICE, this::sliceIsOver);
        boolean offered = served && mayOffer() && timers.run(Urgency.MARKETING, () -> !mayOffer());
        sweep.run(() -> !maySweep());
        tell(Urgency.SERVICE, served);
        tell(Urgency.MARKETING, offered);
        nextSlice = null;
        if (!served || !offered || sweep.running()) {
            nextSlice = time.registerTimer(time.getCurrentProcessingTime() + pause(), at -> {
                continued = true;
                slice();
            });
        }
    }

    private boolean sliceIsOver() {
        return doneInSlice >= MOST_IN_SLICE || time.getCurrentProcessingTime() >= sliceEnd;
    }

    private boolean mayOffer() {
        return !sliceIsOver() && limits.marketing().hasOne(time.getCurrentProcessingTime());
    }

    private boolean maySweep() {
        if (sliceIsOver() || !limits.sweep().hasOne(time.getCurrentProcessingTime())) {
            return false;
        }
        limits.sweep().take();
        doneInSlice++;
        return true;
    }

    private long pause() {
        boolean busy = eventsCame;
        eventsCame = false;
        if (!sliceIsOver()) {
            return UNTIL_TOKENS_MILLIS;
        }
        return busy ? SLICE_MILLIS : 1;
    }

    private void tell(Urgency urgency, boolean done) {
        if (done) {
            ranUpTo.put(urgency, timers.watermark());
        }
        long upTo = ranUpTo.computeIfAbsent(urgency, first -> timers.watermark());
        metrics.behind(urgency, Math.max(0, timers.watermark() - upTo));
    }
}
