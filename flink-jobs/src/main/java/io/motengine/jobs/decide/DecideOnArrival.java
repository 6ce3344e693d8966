package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;

/** Decides each event as it comes. */
public final class DecideOnArrival extends DecideFunction {
    private static final long serialVersionUID = 1L;

    public DecideOnArrival(DecideSettings settings) {
        super(settings);
    }

    @Override
    void process(Decidable event, Context context, Collector<OutputRecord> out) throws Exception {
        CustomerState state = customers().of(context.getCurrentKey());
        boolean changed = decide(event, state, out);
        boolean timed = setTimer(state, context.timerService());
        if (changed || timed) {
            customers().write(state);
        }
    }

    @Override
    public void onTimer(long timer, OnTimerContext context, Collector<OutputRecord> out) throws Exception {
        CustomerState state = customers().of(context.getCurrentKey());
        if (state.wakeAt() == timer) {
            woken(timer, state, context.timerService(), out);
            customers().write(state);
        }
    }

    @Override
    void overtaken(long timer, TimerService timers) {
        timers.deleteEventTimeTimer(timer);
    }
}
