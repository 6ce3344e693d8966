package io.motengine.bench.layers;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One event end to end: record read from its bytes, features, patterns, rules, layers, action and decision record composed, record
 * written to bytes again.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EventCost {
    /** How far an event goes. */
    public enum Way {
        /** The release has no cards: a moment is recorded, and nobody answers it. */
        NO_CARDS,
        /** Cards are proposed by their rules, and nothing is judged, as in a warm-up. */
        PROPOSED,
        /** Everything. */
        GOVERNED
    }

    @Param({"0", "1", "5", "20"})
    public int candidates;

    @Param
    public Way way;

    private final Decider decider = new Decider();
    private Release release;
    private EventEnvelope event;
    private byte[] record;
    private Now clock;

    @Setup
    public void live() throws IOException {
        // The same record for every way: it is lived with the cards.
        Release withCards = LayersRelease.compiled(true);
        CustomerState state = LayersCustomer.lived(withCards);
        event = LayersCustomer.event(state, candidates);
        release = way == Way.NO_CARDS ? LayersRelease.compiled(false) : withCards;
        clock = way == Way.PROPOSED ? Now.warmUp(Instant.MAX, Now.EVENT_TIME) : Now.EVENT_TIME;
        decider.reconsider(state, release);
        record = CustomerStateCodec.bytes(state);
        expectCandidates(decided(CustomerStateCodec.state(record)), way == Way.GOVERNED ? candidates : 0);
    }

    @Benchmark
    public byte[] decide() {
        CustomerState state = CustomerStateCodec.state(record);
        decided(state);
        return CustomerStateCodec.bytes(state);
    }

    private Outcome decided(CustomerState state) {
        Outcome outcome = decider.decide(state, new Input.Event(event, new Origin("bench", 0, 0)), release, clock);
        if (outcome.status() != Outcome.Status.DECIDED) {
            throw new IllegalStateException(outcome.status().toString(), outcome.rejection());
        }
        return outcome;
    }

    private static void expectCandidates(Outcome outcome, int expected) {
        int found = outcome.decisions().stream()
                .mapToInt(decision -> decision.candidates().size())
                .sum();
        if (found != expected) {
            throw new IllegalStateException(found + " candidates recorded (expected: " + expected + ")");
        }
    }

    @TearDown
    public void close() {
        decider.close();
    }
}
