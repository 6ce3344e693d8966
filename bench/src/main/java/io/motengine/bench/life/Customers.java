package io.motengine.bench.life;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Lets customers live their lives in the engine, as the job would. Not thread-safe. */
public final class Customers implements AutoCloseable {
    private static final Duration DELIVERY = Duration.ofSeconds(2);
    private static final Duration LOOKED_AT = Duration.ofDays(21);
    private final Release release;
    private final Decider decider = new Decider();
    private long offset;

    public Customers(Release release) {
        this.release = release;
    }

    /** The record at the end of a life of so many days. */
    public CustomerState lived(long number, int days) {
        CustomerState[] last = new CustomerState[1];
        live(number, days, 1, (state, look) -> last[0] = state);
        return last[0];
    }

    /** The record at a time after the end of a life of so many days, when what fell due in between is done. */
    public CustomerState lived(long number, int days, Instant until) {
        CustomerState state = lived(number, days);
        wake(state, until);
        return state;
    }

    /**
     * Lives a life of so many days and shows the record at random times of its last three weeks, the end being one of them.
     *
     * @param looks how often
     * @param seen takes the record, which goes on changing, and the number of the look
     */
    public void live(long number, int days, int looks, ObjIntConsumer<CustomerState> seen) {
        List<EventEnvelope> events = Life.of(number, days);
        CustomerState state = new CustomerState(events.get(0).subject());
        long end = events.get(events.size() - 1).time().toEpochMilli();
        long[] times = new Chance(~number).times(end - LOOKED_AT.toMillis(), end, looks);
        int look = 0;
        for (EventEnvelope event : events) {
            wake(state, event.time());
            decide(state, event);
            while (look < looks && times[look] <= event.time().toEpochMilli()) {
                // Where the shell would have set its timers.
                state.wakeAt(state.nextDue());
                state.serviceWakeAt(state.nextServiceDue());
                seen.accept(state, look++);
            }
        }
    }

    private void wake(CustomerState state, Instant time) {
        while (state.nextDue() <= time.toEpochMilli()) {
            Instant due = Instant.ofEpochMilli(state.nextDue());
            deliver(state, decider.decide(state, new Input.Wake(due), release, Now.EVENT_TIME), due);
        }
    }

    private void decide(CustomerState state, EventEnvelope event) {
        Input input = new Input.Event(event, new Origin("bench", 0, offset++));
        Outcome outcome = decider.decide(state, input, release, Now.EVENT_TIME);
        if (outcome.status() != Outcome.Status.DECIDED) {
            throw new IllegalStateException(event + ": " + outcome.status(), outcome.rejection());
        }
        deliver(state, outcome, event.time());
    }

    private void deliver(CustomerState state, Outcome outcome, Instant time) {
        for (ActionIssued action : outcome.issued()) {
            decide(state, Life.delivered(state.customer(), action.id(), action.channel(), time.plus(DELIVERY)));
        }
    }

    @Override
    public void close() {
        decider.close();
    }
}
