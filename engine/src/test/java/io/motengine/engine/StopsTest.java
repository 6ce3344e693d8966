package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An emergency stop keeps what it names from leaving, and nothing else. */
final class StopsTest {
    private static final Instant NOON = Bank.NOON;
    private static final String INFLOW =
            "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"2000\",\"currency\":\"CNY\",\"category\":\"transfer\"}";

    private static Release release(boolean service, String ladder) {
        return new TestRelease()
                .with("catalog/channels.yaml", """
                        - { id: push, name: Push, person: false }
                        - { id: person, name: Person, person: true }
                        """)
                .with("strategies/greet-plain.yaml", null)
                .with("strategies/greet-gold.yaml", null)
                .with("strategies/greet-all.yaml", """
                        id: greet-all
                        name: Test card
                        owner: test
                        moment: inflow
                        content: hello
                        priority: 50
                        service: %s
                        ladder: %s
                        goal: { event: app.click.v1, where: { page: [goal] }, class: scale, within: 7d }
                        maxAge: 2h
                        expiresAfter: 1d
                        valid: { until: 2099-12-31 }
                        """.formatted(service, ladder))
                .compile();
    }

    private static CustomerState customer(Bank bank) {
        bank.profile(
                NOON.minusSeconds(60),
                "{\"aum\":\"5000\",\"currency\":\"CNY\",\"consents\":[\"push\",\"person\"],\"relationshipManager\":\"rm1\"}");
        return bank.state;
    }

    private static Outcome decide(Bank bank, String type, Instant at, String data, String... stops) {
        EventEnvelope event =
                new EventEnvelope(type + at, "/test", type, "c1", at, data.getBytes(StandardCharsets.UTF_8));
        return bank.decider.decide(
                bank.state, new Input.Event(event, new Origin("t", 0, 7)), bank.release, Now.EVENT_TIME, Set.of(stops));
    }

    private static List<String> reasons(Outcome outcome) {
        return outcome.decisions().stream()
                .flatMap(decision -> decision.candidates().stream())
                .map(CandidateFate::reason)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "all, false, ''",
        "all, true, ''",
        "strategy:greet-all, false, ''",
        "strategy:greet-all, true, ''",
        "strategy:greet, false, push",
        "channel:push, false, person",
        "channel:push, true, person",
        "channel:sms, true, push"
    })
    void keepsWhatItNamesFromLeaving(String stop, boolean service, String leavesBy) {
        try (Bank bank = new Bank(release(service, "[push, person]"))) {
            assertThat(customer(bank).openActions()).isEmpty();

            Outcome outcome = decide(bank, EventTypes.TRANSACTION_POSTED, NOON, INFLOW, stop);

            assertThat(outcome.issued().stream().map(ActionIssued::channel))
                    .isEqualTo(leavesBy.isEmpty() ? List.of() : List.of(leavesBy));
            if (leavesBy.isEmpty()) {
                assertThat(reasons(outcome)).containsExactly("stopped");
                assertThat(bank.state.contacts()).as("nothing is reserved").isEmpty();
                assertThat(bank.state.planned()).isEmpty();
            }
        }
    }

    @Test
    void stopsTheNextStepOfALadderToo() {
        try (Bank bank = new Bank(release(false, "[push, { channel: person, after: 2h }]"))) {
            customer(bank);
            assertThat(decide(bank, EventTypes.TRANSACTION_POSTED, NOON, INFLOW).issued())
                    .hasSize(1);

            Outcome step = bank.decider.decide(
                    bank.state,
                    new Input.Wake(NOON.plus(Duration.ofHours(2))),
                    bank.release,
                    Now.EVENT_TIME,
                    Set.of("channel:person"));

            assertThat(step.issued()).isEmpty();
            assertThat(reasons(step)).containsExactly("stopped");
        }
    }

    @Test
    void leavesATaskWithTheManagerBefore_whileStopped() {
        try (Bank bank = new Bank(release(false, "[person]"))) {
            customer(bank);
            assertThat(decide(bank, EventTypes.TRANSACTION_POSTED, NOON, INFLOW).issued())
                    .hasSize(1);

            Outcome moved = decide(
                    bank, EventTypes.PROFILE_UPDATED, NOON.plusSeconds(60), "{\"relationshipManager\":\"rm2\"}", "all");

            assertThat(moved.issued()).isEmpty();
            assertThat(moved.cancelled()).isEmpty();
            assertThat(reasons(moved)).containsExactly("stopped");
        }
    }

    @Test
    void isOver_onceItIsLifted() {
        try (Bank bank = new Bank(release(false, "[push]"))) {
            customer(bank);
            decide(bank, EventTypes.TRANSACTION_POSTED, NOON, INFLOW, "all");

            assertThat(decide(bank, EventTypes.TRANSACTION_POSTED, NOON.plusSeconds(1), INFLOW)
                            .issued())
                    .hasSize(1);
        }
    }
}
