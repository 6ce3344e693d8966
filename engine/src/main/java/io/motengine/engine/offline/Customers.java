package io.motengine.engine.offline;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Customers in memory, decided exactly as the job decides a history by event time: what is due at or before an event runs before
 * it, one due after the other, each at its own time; governance takes the time of the event.
 *
 * <p>Whoever calls hands in the events of each customer in order of time (then topic, partition, offset). What customers tell
 * each other, and what they ask of the allocator, is left to whoever listens. Not thread-safe.
 */
public final class Customers {
    private static final Comparator<Alarm> IN_TIME =
            Comparator.comparingLong(Alarm::at).thenComparing(Alarm::customer);

    private final Release release;
    private final long until;
    private final Consumer<Decided> listener;
    private final Decider decider;
    private final Map<String, CustomerState> states = new HashMap<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(IN_TIME);

    /** When a customer is to be woken up: at most one that counts for each, which the record remembers. */
    private record Alarm(long at, String customer) {}

    /**
     * Nobody known yet.
     *
     * @param until last moment at which anything falls due by itself; null without such an end
     * @param listener hears of each input as soon as it is decided, and may hand in more
     */
    public Customers(Release release, Decider decider, Instant until, Consumer<Decided> listener) {
        this.release = release;
        this.decider = decider;
        this.until = until == null ? CustomerState.NEVER - 1 : until.toEpochMilli();
        this.listener = listener;
    }

    /** Decides upon an event of the customer who is its subject. */
    public void event(EventEnvelope event, Origin origin) {
        String customer = event.subject();
        pass(customer, event.time());
        decide(customer, event.time(), new Input.Event(event, origin));
    }

    /** Lets time pass for one customer: everything due at or before {@code to} runs. */
    public void pass(String customer, Instant to) {
        long last = Math.min(to.toEpochMilli(), until);
        CustomerState state = states.get(customer);
        while (state != null && state.nextDue() <= last) {
            Instant due = Instant.ofEpochMilli(state.nextDue());
            decide(customer, due, new Input.Wake(due));
            state = states.get(customer);
        }
    }

    /** Lets time pass for all customers, in order of what is due, then of their names. */
    public void advance(Instant to) {
        long last = Math.min(to.toEpochMilli(), until);
        while (!alarms.isEmpty() && alarms.element().at() <= last) {
            Alarm alarm = alarms.remove();
            CustomerState state = states.get(alarm.customer());
            if (state != null && state.wakeAt() <= alarm.at()) {
                state.wakeAt(CustomerState.NEVER);
                pass(alarm.customer(), Instant.ofEpochMilli(alarm.at()));
                setAlarm(states.get(alarm.customer()));
            }
        }
    }

    /** When something may fall due next (epoch milliseconds), or {@link CustomerState#NEVER}; never later than it does. */
    public long nextDue() {
        return alarms.isEmpty() ? CustomerState.NEVER : alarms.element().at();
    }

    /** What is known of a customer; null if nothing. */
    public CustomerState state(String customer) {
        return states.get(customer);
    }

    /** How many customers are known. */
    public int size() {
        return states.size();
    }

    private void decide(String customer, Instant time, Input input) {
        CustomerState state = states.get(customer);
        boolean isNew = state == null;
        if (isNew) {
            state = new CustomerState(customer);
        }
        Decided decided = new Decided(customer, time, input, decider.decide(state, input, release, Now.EVENT_TIME));
        if (state.isGone()) {
            states.remove(customer);
        } else if (!isNew) {
            setAlarm(state);
        } else if (decided.outcome().changed()) {
            states.put(customer, state);
            setAlarm(state);
        }
        listener.accept(decided);
    }

    private void setAlarm(CustomerState state) {
        if (state != null && state.nextDue() < state.wakeAt() && state.nextDue() <= until) {
            state.wakeAt(state.nextDue());
            alarms.add(new Alarm(state.nextDue(), state.customer()));
        }
    }
}
