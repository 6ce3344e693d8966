package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.stream.StreamEvent.Decidable;

/** Decides each event as it comes. */
final class DecideOnArrival implements DecisionOrder {
    private final CustomerStates customers;
    private final Desk desk;
    private final WakingTimers timers;
    private final ReleaseSweep sweep;

    DecideOnArrival(CustomerStates customers, Desk desk, WakingTimers timers, ReleaseSweep sweep) {
        this.customers = customers;
        this.desk = desk;
        this.timers = timers;
        this.sweep = sweep;
    }

    @Override
    public void event(Decidable event) throws Exception {
        CustomerState state = read(event.envelope().subject());
        boolean changed = desk.decide(event, state);
        boolean timed = timers.set(state);
        if (changed || timed) {
            customers.write(state);
        }
    }

    @Override
    public boolean timer(Urgency urgency, String customer, long time) throws Exception {
        CustomerState state = read(customer);
        boolean changed = WakingTimers.spent(urgency, time, state);
        boolean due = timers.isDue(urgency, state, time);
        // A service timer may bring some along: the engine keeps a customer's due order.
        boolean marketing = due && timers.isDue(Urgency.MARKETING, state, time);
        if (due) {
            changed |= desk.wake(time, state);
        }
        changed |= timers.set(state);
        if (changed) {
            customers.write(state);
        }
        return marketing;
    }

    private CustomerState read(String customer) throws Exception {
        CustomerState state = customers.of(customer);
        if (sweep.running()) {
            // Its turn may be far off, and what the old release was waiting for is nobody's business any more.
            desk.reconsider(state);
        }
        return state;
    }
}
