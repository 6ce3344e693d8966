package io.motengine.jobs.release;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.Instant;

/**
 * Has a release decide some events of a customer who does not exist, so that what is loaded, linked and compiled upon use is so
 * before the first real event, and what cannot run at all is found out.
 */
final class WarmUp {
    /** As often as it takes until the JVM compiles what is called often. */
    private static final int ROUNDS_OF_A_RELEASE = 200;

    /** As often as it takes until a session has all its memories. */
    private static final int ROUNDS_OF_A_SESSION = 20;

    private static final Instant START = Instant.parse("2026-01-05T04:00:00Z");
    private final Release release;

    WarmUp(Release release) {
        this.release = release;
    }

    void run() {
        try (Decider sessions = Decider.warming();
                Decider decider = new Decider()) {
            decide(sessions, ROUNDS_OF_A_SESSION);
            decide(decider, ROUNDS_OF_A_RELEASE);
            decide(sessions, ROUNDS_OF_A_RELEASE);
        }
    }

    /** For one task to take over: with a session of its own that has decided already. */
    Decider decider() {
        Decider decider = Decider.warming();
        try {
            decide(decider, ROUNDS_OF_A_SESSION);
            return decider;
        } catch (RuntimeException | Error e) {
            decider.close();
            throw e;
        }
    }

    private void decide(Decider decider, int rounds) {
        Money amount = Money.of("100000", "CNY");
        TransactionPosted credit = new TransactionPosted(
                "a-1", TransactionPosted.Direction.CREDIT, amount, null, "transfer", null, null, null, "app");
        AppClick click = new AppClick("home", "view", null, "s-1", "d-1", null, "app");
        CustomerState state = new CustomerState("warm-up");
        for (int i = 0; i < rounds; i++) {
            decide(decider, state, i, i % 2 == 0 ? credit : click);
        }
    }

    private void decide(Decider decider, CustomerState state, int number, EventBody body) {
        Instant time = START.plusSeconds(60L * number);
        Origin origin = new Origin(Topics.TRANSACTIONS, 0, number);
        decider.decide(state, new Input.Event(envelope(number, time, body), origin), release, Now.EVENT_TIME);
    }

    private static EventEnvelope envelope(int number, Instant time, EventBody body) {
        byte[] event = EventWriter.write("warm-up-" + number, "/mot-engine", "warm-up", time, body);
        try {
            return EnvelopeReader.read(null, event, RecordHeaders.NONE);
        } catch (BadEventException e) {
            throw new IllegalStateException("what is written here is read", e);
        }
    }
}
