package io.motengine.bench.event;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What an event costs, and what its parts do, with the rules of {@code rules/}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventCost {
    private static final int LIVES = 40;
    private static final int TWINS = 50;
    private static final Origin ORIGIN = new Origin("bench", 0, 0);

    private final Decider decider = new Decider();
    private Release release;
    private Stream stream;
    private CustomerState touched;

    @Setup
    public void live() throws IOException, ReleaseException {
        release = ReleaseCompiler.compile(ReleaseFiles.read(Path.of("rules")));
        stream = new Stream(release, LIVES, TWINS);
    }

    /** The envelope, from the value of the record. */
    @Benchmark
    public EventEnvelope envelope() throws BadEventException {
        return envelope(stream.next());
    }

    /** The envelope and the body, as the fact that rules see. */
    @Benchmark
    public Object decode() throws BadEventException {
        EventEnvelope event = envelope(stream.next());
        return release.events().bind(event.type(), event.body(), release.currency());
    }

    /** Decoded and decided, with the record in memory; what is due before it runs first. */
    @Benchmark
    public Outcome decide(Shares shares) throws BadEventException {
        Wire wire = stream.next();
        CustomerState state = stream.state();
        long begin = shares.bytes();
        EventEnvelope event = envelope(wire);
        while (state.nextDue() <= event.time().toEpochMilli()) {
            Instant due = Instant.ofEpochMilli(state.nextDue());
            decider.decide(state, new Input.Wake(due), release, Now.EVENT_TIME);
            shares.due(begin);
            begin = shares.bytes();
        }
        Outcome outcome = decider.decide(state, new Input.Event(event, ORIGIN), release, Now.EVENT_TIME);
        if (outcome.status() != Outcome.Status.DECIDED) {
            throw new IllegalStateException(outcome.status().toString(), outcome.rejection());
        }
        shares.event(outcome, begin);
        return outcome;
    }

    /** A record from its bytes. */
    @Benchmark
    public CustomerState read(Written written) {
        return CustomerStateCodec.state(written.record(this));
    }

    /** A record that an event has touched, to bytes. */
    @Benchmark
    public byte[] write() throws BadEventException {
        if (touched == null) {
            decide(new Shares());
            touched = stream.state();
        }
        return CustomerStateCodec.bytes(touched);
    }

    /** The bytes of one record. */
    @State(Scope.Thread)
    public static class Written {
        private byte[] record;

        byte[] record(EventCost cost) {
            if (record == null) {
                cost.stream.next();
                record = CustomerStateCodec.bytes(cost.stream.state());
            }
            return record;
        }
    }

    private static EventEnvelope envelope(Wire wire) throws BadEventException {
        return EnvelopeReader.read(wire.key(), wire.value(), RecordHeaders.NONE);
    }

    @TearDown
    public void close() {
        decider.close();
    }
}
