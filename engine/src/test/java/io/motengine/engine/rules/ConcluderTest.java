package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Bank;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.TestRelease;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConcluderTest {
    private static final Release RELEASE = new TestRelease().compile();

    @Test
    void isTakenAtItsWord() {
        assertThat(moments(
                        facts -> new Verdict(facts.customer(), List.of(new Moment("said")), List.of(), List.of()), 0))
                .containsExactly("said");
    }

    @Test
    void leavesToASession_whatItSaysNothingOf() {
        assertThat(moments(facts -> null, 1)).containsExactly("inflow");
    }

    private static List<String> moments(Concluder concluder, int sessions) {
        Release release = RELEASE.with(RELEASE.rules().saidBy(() -> concluder));
        EventEnvelope event = new EventEnvelope(
                "e",
                "/t",
                EventTypes.TRANSACTION_POSTED,
                "c1",
                Bank.NOON,
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"2000.00\",\"currency\":\"CNY\"}"
                        .getBytes(StandardCharsets.UTF_8));
        try (Decider decider = new Decider()) {
            List<String> moments = decider
                    .decide(
                            new CustomerState("c1"),
                            new Input.Event(event, new Origin("t", 0, 0)),
                            release,
                            Now.EVENT_TIME)
                    .decisions()
                    .get(0)
                    .moments()
                    .stream()
                    .map(MomentRaised::moment)
                    .toList();
            assertThat(decider.ruleCounts().sessions()).isEqualTo(sessions);
            return moments;
        }
    }
}
