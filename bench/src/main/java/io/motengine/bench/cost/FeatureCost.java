package io.motengine.bench.cost;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
 * One event: the record read from its bytes, decided upon, written to bytes again. The record has thirty days of buckets in every
 * feature, whatever their number. Once a fortnight a record is written anew in full: that event, which costs what is declared, is
 * not the one that is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FeatureCost {
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    private static final int DAYS = 33;

    @Param({"10", "50", "200"})
    public int declared;

    @Param({"five", "all"})
    public String touched;

    private final Decider decider = new Decider();
    private Release release;
    private EventEnvelope[] events;
    private byte[] record;
    private int next;

    @Setup
    public void live() throws IOException {
        release = CostRelease.of(declared, touched.equals("all"));
        int categories = declared / CostRelease.TOUCHED;
        CustomerState state = new CustomerState("C0000000001");
        events = new EventEnvelope[categories];
        for (int day = 0; day <= DAYS; day++) {
            for (int category = 0; category < categories; category++) {
                Instant time = BEGIN.plus(Duration.ofDays(day)).plusSeconds(category);
                events[category] = event(day + "-" + category, CostRelease.category(category), time);
                if (day < DAYS) {
                    expectDecided(decide(state, events[category]));
                }
            }
        }
        record = CustomerStateCodec.bytes(state);
    }

    /** Bytes of the record that is read for each event. */
    int recordBytes() {
        return record.length;
    }

    @Benchmark
    public byte[] decide() {
        CustomerState state = CustomerStateCodec.state(record);
        next = next + 1 == events.length ? 0 : next + 1;
        expectDecided(decide(state, events[next]));
        return CustomerStateCodec.bytes(state);
    }

    @TearDown
    public void close() {
        decider.close();
    }

    private Outcome decide(CustomerState state, EventEnvelope event) {
        return decider.decide(state, new Input.Event(event, new Origin("bench", 0, 0)), release, Now.EVENT_TIME);
    }

    private static void expectDecided(Outcome outcome) {
        if (outcome.status() != Outcome.Status.DECIDED) {
            throw new IllegalStateException(outcome.status().toString(), outcome.rejection());
        }
    }

    private static EventEnvelope event(String id, String category, Instant time) {
        String body =
                "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"5000.00\",\"currency\":\"CNY\",\"category\":\""
                        + category + "\"}";
        return new EventEnvelope(
                id,
                "/core-banking",
                EventTypes.TRANSACTION_POSTED,
                "C0000000001",
                time,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
