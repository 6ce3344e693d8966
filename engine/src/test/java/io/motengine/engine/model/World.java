package io.motengine.engine.model;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * A bank of a few records, and the internal topic between them: what one record tells another comes late, sometimes twice, and
 * in the order in which it was told, as messages of one sender to one partition do. Records are written and read back at random.
 */
final class World implements AutoCloseable {
    /** So many deliveries mean that something goes in circles. */
    private static final int ENDLESS = 20_000;

    /** May change while records live. */
    Release release;

    final Map<String, CustomerState> records = new TreeMap<>();
    final List<ActionIssued> issued = new ArrayList<>();
    final List<ActionCancelled> cancelled = new ArrayList<>();
    final List<DecisionRecord> decisions = new ArrayList<>();
    final List<EventEnvelope> told = new ArrayList<>();

    /** Time of the earliest event that each record took in. */
    final Map<String, Long> known = new TreeMap<>();

    Now now = Now.EVENT_TIME;

    int deliveries;
    private final Decider decider = new Decider();
    private final Random random;
    private final long delay;
    private final PriorityQueue<Message> internal =
            new PriorityQueue<>(Comparator.comparingLong(Message::at).thenComparingLong(Message::number));
    private final Map<String, Long> lastAt = new HashMap<>();
    private long number;
    private long clock = Long.MIN_VALUE;

    private record Message(long at, long number, EventEnvelope event) {}

    /** Messages take up to {@code delay} milliseconds; with 0 each comes at once and once. */
    World(Release release, Random random, long delay) {
        this.release = release;
        this.random = random;
        this.delay = delay;
    }

    CustomerState record(String name) {
        return records.computeIfAbsent(name, CustomerState::new);
    }

    static EventEnvelope event(String id, String subject, long time, EventBody body) {
        return new EventEnvelope(
                id, "/t", EventTypes.of(body), subject, Instant.ofEpochMilli(time), EventWriter.body(body));
    }

    /** Delivers what is under way and arrives by then. */
    void advance(long at) {
        while (!internal.isEmpty() && internal.peek().at() <= at) {
            Message message = internal.remove();
            clock = Math.max(clock, message.at());
            take(message.event(), Topics.INTERNAL);
        }
        clock = Math.max(clock, at);
    }

    /** Delivers whatever is under way, and what comes of it. */
    void settle() {
        while (!internal.isEmpty()) {
            advance(internal.peek().at());
        }
    }

    Outcome take(EventEnvelope event) {
        return take(event, "t");
    }

    private Outcome take(EventEnvelope event, String topic) {
        if (++deliveries > ENDLESS) {
            throw new AssertionError("goes on for ever: " + event);
        }
        CustomerState state = record(event.subject());
        Outcome outcome = decider.decide(state, new Input.Event(event, new Origin(topic, 0, deliveries)), release, now);
        if (outcome.status() == Outcome.Status.REJECTED) {
            throw new AssertionError(event.toString(), outcome.rejection());
        }
        if (outcome.status() == Outcome.Status.DECIDED) {
            known.merge(event.subject(), event.time().toEpochMilli(), Math::min);
        }
        return note(state, outcome);
    }

    Outcome wake(String name, long at) {
        CustomerState state = record(name);
        return note(state, decider.decide(state, new Input.Wake(Instant.ofEpochMilli(at)), release, now));
    }

    /** As the shell's sweep does after a release has changed. */
    void reconsider(String name) {
        decider.reconsider(record(name), release);
    }

    /** Brings a record of nobody's into line with a release. */
    static void meet(CustomerState state, Release release) {
        try (Decider decider = new Decider()) {
            decider.reconsider(state, release);
        }
    }

    private Outcome note(CustomerState state, Outcome outcome) {
        issued.addAll(outcome.issued());
        cancelled.addAll(outcome.cancelled());
        decisions.addAll(outcome.decisions());
        told.addAll(outcome.told());
        outcome.told().forEach(event -> send(state.customer(), event));
        if (state.isGone()) {
            records.remove(state.customer());
        } else if (random.nextInt(3) == 0) {
            records.put(state.customer(), CustomerStateCodec.state(CustomerStateCodec.bytes(state)));
        }
        return outcome;
    }

    private void send(String from, EventEnvelope event) {
        long at = lastAt.merge(from + ">" + event.subject(), clock + some(), Math::max);
        internal.add(new Message(at, number++, event));
        if (delay > 0 && random.nextInt(4) == 0) {
            internal.add(new Message(at + some(), number++, event));
        }
    }

    private long some() {
        return delay == 0 ? 0 : (long) (random.nextDouble() * delay);
    }

    @Override
    public void close() {
        decider.close();
    }
}
