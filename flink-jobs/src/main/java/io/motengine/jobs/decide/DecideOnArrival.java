package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import java.util.List;

/**
 * Decides each event as it comes.
 *
 * <p>Where it goes on from a job that decided by event time, what still waits there is decided before anything later of the
 * same customer, and at the latest when its timer fires. There are no timers of its own for that: each waiting event has left one.
 */
final class DecideOnArrival implements DecisionOrder {
    private final CustomerStates customers;
    private final WaitingEvents waiting;
    private final WaitingHorizon horizon;
    private final Desk desk;
    private final WakingTimers timers;
    private final ReleaseSweep sweep;

    DecideOnArrival(
            CustomerStates customers,
            WaitingEvents waiting,
            WaitingHorizon horizon,
            Desk desk,
            WakingTimers timers,
            ReleaseSweep sweep) {
        this.customers = customers;
        this.waiting = waiting;
        this.horizon = horizon;
        this.desk = desk;
        this.timers = timers;
        this.sweep = sweep;
    }

    @Override
    public void event(Decidable event) throws Exception {
        long time = event.envelope().time().toEpochMilli();
        CustomerState state = customers.of(event.envelope().subject());
        boolean changed = reconsider(state, time);
        changed |= decideWaiting(time, state);
        changed |= desk.decide(event, state);
        changed |= timers.set(state);
        customers.back(state, changed);
    }

    @Override
    public boolean timer(Urgency urgency, String customer, long time) throws Exception {
        CustomerState state = customers.of(customer);
        boolean changed = reconsider(state, time);
        changed |= decideWaiting(time, state);
        changed |= WakingTimers.spent(urgency, time, state);
        boolean due = timers.isDue(urgency, state, time);
        // A service timer may bring some along: the engine keeps a customer's due order.
        boolean marketing = due && timers.isDue(Urgency.MARKETING, state, time);
        if (due) {
            changed |= desk.wake(time, state);
        }
        changed |= timers.set(state);
        customers.back(state, changed);
        return marketing;
    }

    private boolean decideWaiting(long upTo, CustomerState state) throws Exception {
        if (!horizon.mayWait(timers.ranUpTo(Urgency.MARKETING))) {
            return false;
        }
        boolean changed = false;
        List<Decidable> events = waiting.takeUpTo(upTo);
        for (Decidable event : events) {
            changed |= desk.decide(event, state);
        }
        return changed;
    }

    /** Their turn may be far off, and what the old release was waiting for is nobody's business any more. */
    private boolean reconsider(CustomerState state, long time) {
        return sweep.running() && desk.reconsider(state, time);
    }
}
