package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The most that the contract lets through must neither stop a decision nor be more than a customer's record can hold. */
final class LimitsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String LONGEST_WORD = "\uD83D\uDCB0".repeat(256);
    private static Release release;

    private final CustomerState state = new CustomerState(LONGEST_WORD);

    @BeforeAll
    static void compile() throws Exception {
        release = ReleaseCompiler.compile(ReleaseFiles.read(Path.of("").toAbsolutePath()));
    }

    @Test
    void keepsDeciding_whenSumsLeaveTheRangeOfMoney() throws Exception {
        Money most = Money.of("99999999999999.99", "USD");
        try (Decider decider = new Decider()) {
            for (int i = 0; i < 2_000; i++) {
                assertThat(decide(decider, i, transfer(most)).status()).isEqualTo(Outcome.Status.DECIDED);
            }
        }
        RoundTrip.assertSame(state);
    }

    @Test
    void keepsTheLongestWordsAndLists() throws Exception {
        List<String> longest = Collections.nCopies(300, LONGEST_WORD);
        ProfileUpdated profile = new ProfileUpdated(
                null,
                null,
                null,
                null,
                null,
                null,
                LONGEST_WORD,
                LONGEST_WORD,
                LONGEST_WORD,
                List.of(),
                List.of(),
                longest,
                null);
        HoldingUpdated holding = new HoldingUpdated(
                LONGEST_WORD, LONGEST_WORD, LONGEST_WORD, null, null, null, HoldingUpdated.Status.ACTIVE);
        try (Decider decider = new Decider()) {
            assertThat(decide(decider, 0, profile).status()).isEqualTo(Outcome.Status.DECIDED);
            assertThat(decide(decider, 1, holding).status()).isEqualTo(Outcome.Status.DECIDED);
        }
        RoundTrip.assertSame(state);
    }

    @Test
    void keepsMoreHoldingsThanSixteenBitsCount() throws Exception {
        for (int i = 0; i < 70_000; i++) {
            state.holdings()
                    .put("h" + i, new HeldProduct("steady-90", "wealth", null, null, true, START.toEpochMilli()));
        }
        RoundTrip.assertSame(state);
    }

    private static TransactionPosted transfer(Money amount) {
        return new TransactionPosted(
                "a1", TransactionPosted.Direction.DEBIT, amount, null, "transfer", "CMB", null, null, null);
    }

    private Outcome decide(Decider decider, int index, EventBody body) {
        Instant time = START.plusSeconds(index);
        EventEnvelope envelope = new EventEnvelope(
                "e" + index, LONGEST_WORD, EventTypes.of(body), LONGEST_WORD, time, EventWriter.body(body));
        return decider.decide(
                state, new Input.Event(envelope, new Origin("limits", 0, index)), release, Now.EVENT_TIME);
    }
}
