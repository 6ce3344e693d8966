package io.motengine.bench.sections;

import com.sun.management.ThreadMXBean;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.Message;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the stream costs in the engine alone, once it is warm: one thread, records in memory, no Flink and no Kafka. */
final class EngineCost implements AutoCloseable {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CUSTOMERS = 2_000;
    private static final int CHUNK = 20_000;
    private final Decider decider = new Decider();
    private final Release release;
    private final Map<String, CustomerState> states;
    private Sum plain = new Sum();
    private Sum sessions = new Sum();
    private Sum dues = new Sum();

    private EngineCost(Release release) {
        this.release = release;
        this.states = Lived.states(release, CUSTOMERS);
    }

    /** Runs for the time that the settings give to warming up, and measures for as long as they say. */
    static EngineCost of(Release release, Settings settings) throws BadEventException {
        EventStream stream = new EventStream(StreamSpec.of(settings.seed(), CUSTOMERS, Keys.UNIFORM));
        try (EngineCost cost = new EngineCost(release)) {
            long next = cost.run(stream, 0, settings.warm().toNanos());
            cost.plain = new Sum();
            cost.sessions = new Sum();
            cost.dues = new Sum();
            cost.run(stream, next, settings.measured().toNanos());
            return cost;
        }
    }

    Sum plain() {
        return plain;
    }

    Sum sessions() {
        return sessions;
    }

    /** Of them there are fewer than events. */
    Sum dues() {
        return dues;
    }

    double sessionShare() {
        return (double) sessions.number() / (plain.number() + sessions.number());
    }

    /** Of an event, with its share of what falls due. */
    double nanosEach() {
        return (double) (plain.nanos() + sessions.nanos() + dues.nanos()) / (plain.number() + sessions.number());
    }

    /** Events are made before the clock runs. */
    private long run(EventStream stream, long from, long nanos) throws BadEventException {
        long next = from;
        long spent = 0;
        List<Message> chunk = new ArrayList<>(CHUNK);
        while (spent < nanos) {
            chunk.clear();
            for (int i = 0; i < CHUNK; i++) {
                chunk.add(stream.event(next++));
            }
            long began = System.nanoTime();
            for (Message message : chunk) {
                byte[] key = message.customer().getBytes(StandardCharsets.UTF_8);
                decide(key, message.value(), states.get(message.customer()));
            }
            spent += System.nanoTime() - began;
        }
        return next;
    }

    private void decide(byte[] key, byte[] value, CustomerState state) throws BadEventException {
        long sessionsBefore = decider.ruleCounts().sessions();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        EventEnvelope event = EnvelopeReader.read(key, value, RecordHeaders.NONE);
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        long nanos = System.nanoTime() - began;
        while (state.nextDue() <= event.time().toEpochMilli()) {
            due(state);
            sessionsBefore = decider.ruleCounts().sessions();
        }
        allocated = THREADS.getCurrentThreadAllocatedBytes();
        began = System.nanoTime();
        Input input = new Input.Event(event, new Origin("bench", 0, 0));
        Outcome outcome = decider.decide(state, input, release, Now.EVENT_TIME);
        bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
        nanos += System.nanoTime() - began;
        if (outcome.status() != Outcome.Status.DECIDED) {
            throw new IllegalStateException(outcome.status().toString(), outcome.rejection());
        }
        (decider.ruleCounts().sessions() == sessionsBefore ? plain : sessions).add(bytes, nanos);
    }

    private void due(CustomerState state) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        decider.decide(state, new Input.Wake(Instant.ofEpochMilli(state.nextDue())), release, Now.EVENT_TIME);
        dues.add(THREADS.getCurrentThreadAllocatedBytes() - allocated, System.nanoTime() - began);
    }

    @Override
    public void close() {
        decider.close();
    }
}
