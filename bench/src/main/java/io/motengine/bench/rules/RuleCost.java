package io.motengine.bench.rules;

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

/** One transaction: the record read from its bytes, the body bound, decided upon by as many rules as there are. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RuleCost {
    private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    private static final int DAYS = 20;

    @Param({"20", "200", "1000"})
    public int rules;

    @Param({"none", "one", "join"})
    public String opens;

    @Param({"sieve", "session"})
    public String by;

    private Decider decider;
    private Release release;
    private EventEnvelope event;
    private byte[] record;

    @Setup
    public void live() throws IOException {
        decider = by.equals("sieve") ? new Decider() : new Decider(rule -> {});
        release = RulesRelease.of(rules);
        CustomerState state = new CustomerState("C0000000001");
        decide(
                state,
                new EventEnvelope(
                        "profile",
                        "/crm",
                        EventTypes.PROFILE_UPDATED,
                        "C0000000001",
                        BEGIN,
                        ("{\"kind\":\"person\",\"birthDate\":\"1980-05-01\",\"openedOn\":\"2020-01-01\",\"aum\":\"80000.00\","
                                        + "\"currency\":\"CNY\",\"riskGrade\":\"R3\",\"language\":\"zh\"}")
                                .getBytes(StandardCharsets.UTF_8)));
        for (int day = 0; day < DAYS; day++) {
            decide(state, transaction("d" + day, "transfer", BEGIN.plus(Duration.ofDays(day))));
        }
        record = CustomerStateCodec.bytes(state);
        String category =
                switch (opens) {
                    case "one" -> RulesRelease.OPENS_ONE;
                    case "join" -> RulesRelease.OPENS_A_JOIN;
                    default -> "nothing";
                };
        event = transaction(
                "measured", category, BEGIN.plus(Duration.ofDays(DAYS - 1)).plusSeconds(600));
        Outcome outcome = decide();
        if (outcome.decisions().isEmpty() != opens.equals("none")) {
            throw new IllegalStateException(opens + ": " + outcome.decisions());
        }
    }

    @Benchmark
    public Outcome decide() {
        return decide(CustomerStateCodec.state(record), event);
    }

    @TearDown
    public void close() {
        decider.close();
    }

    private Outcome decide(CustomerState state, EventEnvelope happened) {
        Outcome outcome =
                decider.decide(state, new Input.Event(happened, new Origin("bench", 0, 0)), release, Now.EVENT_TIME);
        if (outcome.status() != Outcome.Status.DECIDED) {
            throw new IllegalStateException(outcome.status().toString(), outcome.rejection());
        }
        return outcome;
    }

    private static EventEnvelope transaction(String id, String category, Instant time) {
        String body =
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"5000.00\",\"currency\":\"CNY\",\"category\":\""
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
