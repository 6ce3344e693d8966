package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

/**
 * Has events wait until all before them are there, and decides them by (time, topic, partition, offset).
 *
 * <p>Time passes for a customer only with what is decided, never with the watermark itself, so that neither parallelism nor
 * the cadence of watermarks shows in the result.
 */
public final class DecideByEventTime extends DecideFunction {
    private static final long serialVersionUID = 1L;
    private transient WaitingEvents waiting;

    public DecideByEventTime(DecideSettings settings) {
        super(settings);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        waiting = new WaitingEvents(getRuntimeContext());
    }

    @Override
    void process(Decidable event, Context context, Collector<OutputRecord> out) throws Exception {
        long time = event.envelope().time().toEpochMilli();
        if (time <= context.timerService().currentWatermark()) {
            metrics().disordered();
        }
        waiting.add(event);
        horizon().waits(time);
        context.timerService().registerEventTimeTimer(time);
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<OutputRecord> out) throws Exception {
        List<Decidable> events = waiting.take(timer);
        CustomerState state = customers().of(context.getCurrentKey());
        boolean changed = false;
        for (Decidable event : events) {
            changed |= before(event, state, context.timerService(), out);
            changed |= decide(event, state, out);
        }
        if (state.wakeAt() == timer) {
            woken(timer, state, context.timerService(), out);
            changed = true;
        } else {
            changed |= setTimer(state, context.timerService());
        }
        if (changed) {
            customers().write(state);
        }
    }

    /** Not every event lets time pass by itself, so what is due before it is run first. */
    private boolean before(Decidable event, CustomerState state, TimerService timers, Collector<OutputRecord> out) {
        Instant time = event.envelope().time();
        return withinReach(time.toEpochMilli(), timers) && wake(time, state, out);
    }

    @Override
    void overtaken(long timer, TimerService timers) {
        // Left to fire for nothing: an event may wait for the same millisecond, and a timer is one for both.
    }
}
