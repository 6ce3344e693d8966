package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Policy;
import io.motengine.schemas.decision.DecisionDraft;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.Cause;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecisionSampleTest {
    private static final int MANY = 20_000;

    private static Policy.Decisions share(String nonActions) {
        return new Policy.Decisions(new BigDecimal(nonActions));
    }

    private static DecisionDraft draft(int sequence) {
        Cause cause = new Cause("due", "tick", "2026-03-10", null, Instant.EPOCH, null, false);
        return DecisionRecord.draft(Ids.of("c1", Integer.toString(sequence)), "c1", sequence, cause, "r", Instant.EPOCH)
                .moments(List.of(new MomentRaised("inflow", "tick/2026-03-10", null)));
    }

    private static DecisionRecord with(String fate) {
        return draft(1).candidates(List.of(
                        new CandidateFate("s", "m", "i", "dropped", "tier", "tier-budget", "…", 50, null, null),
                        new CandidateFate("t", "m", "i", fate, "tier", "tier-budget", "…", 50, null, null)))
                .record();
    }

    @ParameterizedTest
    @ValueSource(strings = {"issued", "deferred", "withheld"})
    void alwaysKeepsWhatSomethingCameOf(String fate) {
        assertThat(DecisionSample.keeps(with(fate), share("0"))).isTrue();
        assertThat(DecisionSample.keeps(with("dropped"), share("0"))).isFalse();
    }

    @Test
    void alwaysKeepsFaultsMergersAndEnds() {
        assertThat(DecisionSample.keeps(
                        draft(1).quarantined(List.of(new RuleFailure("r", "looped", null)))
                                .record(),
                        share("0")))
                .isTrue();
        assertThat(DecisionSample.keeps(draft(1).merged(List.of("d-1")).record(), share("0")))
                .isTrue();
        assertThat(DecisionSample.keeps(draft(1).moments(List.of()).record(), share("0")))
                .isTrue();
    }

    @Test
    void keepsTheShareOfTheOthers_andTheSameOnesAgain() {
        List<Integer> kept = kept();

        assertThat(kept.size()).isBetween(MANY / 4 - 400, MANY / 4 + 400);
        assertThat(kept()).isEqualTo(kept);
    }

    private static List<Integer> kept() {
        return IntStream.range(1, MANY)
                .filter(sequence -> DecisionSample.keeps(draft(sequence).record(), share("0.25")))
                .boxed()
                .toList();
    }
}
