package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NextTicksTest {
    private static final Instant NOON = Bank.NOON;
    private final Release release = new TestRelease().compile();
    private final CustomerState state = new CustomerState("C1");

    @Test
    void areFoundAnew_whenTheSameStageHasBegunAgain() {
        Dues.meet(state, release);
        enter("fresh", NOON);
        NextTicks next = NextTicks.of(state, release);
        assertThat(next.hold(state, release)).isTrue();

        enter("settled", NOON.plusSeconds(1));
        enter("fresh", NOON.plusSeconds(2));

        assertThat(next.hold(state, release)).isFalse();
    }

    private void enter(String stage, Instant time) {
        state.concluded("plain", stage, Set.of(), time.toEpochMilli(), ZoneId.of("Asia/Shanghai"));
    }
}
