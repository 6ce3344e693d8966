package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

/**
 * Decides each event as it comes.
 *
 * <p>Where it goes on from a job that decided by event time, what still waits there is decided before anything later of the
 * same customer, and at the latest when its time has come.
 */
public final class DecideOnArrival extends DecideFunction {
    private static final long serialVersionUID = 1L;

    private transient WaitingEvents waiting;

    public DecideOnArrival(DecideSettings settings) {
        super(settings);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        waiting = new WaitingEvents(getRuntimeContext());
    }

    @Override
    void process(Decidable event, Context context, Collector<OutputRecord> out) throws Exception {
        CustomerState state = customers().of(context.getCurrentKey());
        boolean changed = false;
        if (horizon().mayWait(context.timerService().currentWatermark())) {
            long time = event.envelope().time().toEpochMilli();
            changed = decide(waiting.takeUpTo(time), state, out);
        }
        changed |= decide(event, state, out);
        boolean timed = setTimer(state, context.timerService());
        if (changed || timed) {
            customers().write(state);
        }
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<OutputRecord> out) throws Exception {
        CustomerState state = customers().of(context.getCurrentKey());
        boolean changed = decide(waiting.take(timer), state, out);
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

    private boolean decide(List<Decidable> events, CustomerState state, Collector<OutputRecord> out) {
        boolean changed = false;
        for (Decidable event : events) {
            changed |= decide(event, state, out);
        }
        return changed;
    }

    @Override
    void overtaken(long timer, TimerService timers) {
        timers.deleteEventTimeTimer(timer);
    }
}
