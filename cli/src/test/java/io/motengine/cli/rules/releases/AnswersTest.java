package io.motengine.cli.rules.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.cli.Refusal;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private final Answers answers = new Answers("o-1");

    @Test
    void waitsForEveryTask() {
        answers.take(status(0, State.PREPARED, 0, NOON));
        assertThat(answers.all(State.PREPARED)).isFalse();
        answers.take(status(1, State.LIVE, 0, NOON));

        assertThat(answers.all(State.PREPARED)).isTrue();
        assertThat(answers.all(State.LIVE)).isFalse();
        assertThat(answers.count(State.LIVE)).isEqualTo(1);
    }

    @Test
    void aRefusalIsNoProgress() {
        answers.take(status(0, State.REFUSED, 0, NOON));

        assertThat(answers.count(State.PREPARED)).isZero();
        assertThat(answers.refusal()).contains("why");
    }

    @Test
    void leavesOtherOrdersAlone() {
        answers.take(new ReleaseStatus("s", NOON, "o-2", "r", 0, 1, State.LIVE, null, NOON, "wall", 0));

        assertThat(answers.tasks()).isZero();
    }

    @Test
    void tellsHowFastTimePasses() {
        answers.take(status(0, State.PREPARED, 0, NOON));
        assertThat(answers.speed()).isEmpty();
        answers.take(status(0, State.PREPARED, 500, NOON.plusSeconds(60)));

        assertThat(answers.speed()).contains(120.0);
        assertThat(answers.reached()).contains(NOON.plusSeconds(60));
    }

    @Test
    void aShareIsAPercentage() {
        assertThat(Share.of("5%")).isEqualTo(500);
        assertThat(Share.of("0.25%")).isEqualTo(25);
        assertThat(Share.of("100%")).isEqualTo(10_000);
        for (String wrong : List.of("5", "0%", "101%", "%", "a%", "0.001%")) {
            assertThatThrownBy(() -> Share.of(wrong))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("expected: a share");
        }
    }

    @Test
    void linesThatWentAndCame() {
        assertThat(LineDiff.of(List.of("a", "b", "c"), List.of("a", "x", "c", "d")))
                .containsExactly("-2 b", "+2 x", "+4 d");
        assertThat(LineDiff.of(List.of(), List.of())).isEmpty();
    }

    private static ReleaseStatus status(int task, State state, long millis, Instant reached) {
        String reason = state == State.REFUSED ? "why" : null;
        return new ReleaseStatus("s", NOON.plusMillis(millis), "o-1", "r", task, 2, state, reason, reached, "event", 0);
    }
}
