package io.motengine.engine.offline;

import io.motengine.engine.Decider;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.Topics;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A whole bank in memory: customers, what they tell each other, and what is counted across them.
 *
 * <p>What comes back over {@code mot.internal} in the job is decided here right after what it came of, in the order told, and
 * before anything else falls due. The same events in the same order always give the same decisions. Not thread-safe.
 */
public final class OfflineBank {
    private final Customers customers;
    private final Counter counter = new Counter();
    private final Listener listener;
    private final Queue<EventEnvelope> told = new ArrayDeque<>();
    private long heard;
    private boolean delivering;

    /** Hears of each input as soon as it is decided. */
    @FunctionalInterface
    public interface Listener {
        /**
         * An input has been decided.
         *
         * @param answered what the allocator said to what was asked; the customers do not know it yet
         */
        void decided(Decided decided, Answered answered);
    }

    /** Nobody known yet, nothing given yet. */
    public OfflineBank(Release release, Decider decider, Listener listener) {
        this.customers = new Customers(release, decider, null, this::note);
        this.listener = listener;
    }

    /** What is due for the customer runs, then the event, then all that is told of either. */
    public void event(EventEnvelope event, Origin origin) {
        customers.event(event, origin);
    }

    /** Lets time pass for one customer. */
    public void pass(String customer, Instant to) {
        customers.pass(customer, to);
    }

    /** Lets time pass for all customers. */
    public void advance(Instant to) {
        customers.advance(to);
    }

    /** What is known of a customer; null if nothing. */
    public CustomerState state(String customer) {
        return customers.state(customer);
    }

    /** How many of a benefit are out or redeemed. */
    public long out(String benefit) {
        return counter.out(benefit);
    }

    private void note(Decided decided) {
        Outcome outcome = decided.outcome();
        Answered answered = counter.ask(outcome.asked());
        listener.decided(decided, answered);
        told.addAll(outcome.told());
        told.addAll(answered.answers());
        if (!delivering) {
            deliver();
        }
    }

    /** What is told while something is delivered waits its turn: a long chain must not become a deep one. */
    private void deliver() {
        delivering = true;
        try {
            while (!told.isEmpty()) {
                customers.event(told.remove(), new Origin(Topics.INTERNAL, 0, heard++));
            }
        } finally {
            delivering = false;
        }
    }
}
