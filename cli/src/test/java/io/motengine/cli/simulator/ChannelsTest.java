package io.motengine.cli.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.Feedback.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChannelsTest {
    private static final Instant AT = Instant.parse("2025-03-10T01:00:00Z");
    private final Channels channels = new Channels(1);

    @Test
    void answersTheSameActionAlike() {
        assertThat(channels.answer("a1", "C1", "sms", AT)).isEqualTo(channels.answer("a1", "C1", "sms", AT));
    }

    @Test
    void answersInOrder_neverBeforeTheAction() {
        for (int action = 0; action < 200; action++) {
            List<BankEvent> answers = channels.answer("a" + action, "C1", "rm-task", AT);

            assertThat(answers.get(0).time()).isAfter(AT);
            assertThat(answers).isSortedAccordingTo(BankEvent.IN_TIME);
        }
    }

    @Test
    void saysNothingMore_whenNotDelivered() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int action = 0; action < 1_000; action++) {
            List<BankEvent> answers = channels.answer("a" + action, "C1", "sms", AT);
            answers.forEach(answer -> outcomes.merge(((Feedback) answer.body()).outcome(), 1, Integer::sum));
            if (((Feedback) answers.get(0).body()).outcome() == Outcome.NOT_DELIVERED) {
                assertThat(answers).hasSize(1);
            }
        }
        assertThat(outcomes).containsKeys(Outcome.DELIVERED, Outcome.NOT_DELIVERED, Outcome.OPENED, Outcome.REFUSED);
        assertThat(outcomes.get(Outcome.DELIVERED)).isBetween(900, 990);
    }
}
