package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import java.util.List;

/**
 * Has events wait until all before them are there, and decides them by (time, topic, partition, offset).
 *
 * <p>Time passes for a customer only with what is decided, never with the watermark itself, so that neither parallelism nor
 * the cadence of watermarks shows in the result. For the same reason there is one kind of timer only: events and all that is
 * due stand in one line.
 */
final class DecideByEventTime implements DecisionOrder {
    private final CustomerStates customers;
    private final WaitingEvents waiting;
    private final WaitingHorizon horizon;
    private final Desk desk;
    private final WakingTimers timers;
    private final DecisionMetrics metrics;

    DecideByEventTime(
            CustomerStates customers,
            WaitingEvents waiting,
            WaitingHorizon horizon,
            Desk desk,
            WakingTimers timers,
            DecisionMetrics metrics) {
        this.customers = customers;
        this.waiting = waiting;
        this.horizon = horizon;
        this.desk = desk;
        this.timers = timers;
        this.metrics = metrics;
    }

    /** Everything is due as {@link Urgency#MARKETING}. */
    static Dues inOneLine(Dues dues) {
        return (urgency, state) -> urgency == Urgency.SERVICE
                ? CustomerState.NEVER
                : Math.min(dues.next(Urgency.SERVICE, state), dues.next(Urgency.MARKETING, state));
    }

    @Override
    public void event(Decidable event) throws Exception {
        long time = event.envelope().time().toEpochMilli();
        if (time <= timers.watermark()) {
            metrics.disordered();
        }
        waiting.add(event);
        horizon.waits(time);
        timers.setForEvent(Urgency.MARKETING, time);
    }

    @Override
    public boolean timer(Urgency urgency, String customer, long time) throws Exception {
        List<Decidable> events = waiting.take(time);
        CustomerState state = customers.of(customer);
        boolean changed = false;
        for (Decidable event : events) {
            // Not every event lets time pass by itself, so what is due before it is run first.
            changed |= wake(event.envelope().time().toEpochMilli(), state);
            changed |= desk.decide(event, state);
        }
        if (WakingTimers.spent(urgency, time, state)) {
            changed = true;
            wake(time, state);
        }
        changed |= timers.set(state);
        customers.back(state, changed);
        return false;
    }

    private boolean wake(long at, CustomerState state) {
        return timers.isDue(Urgency.MARKETING, state, at) && desk.wake(at, state);
    }
}
