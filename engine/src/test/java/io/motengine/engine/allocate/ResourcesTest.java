package io.motengine.engine.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void areNamedByWhatTheyAre() {
        assertThat(Resources.benefit("bring-100")).isEqualTo("benefit:bring-100");
        assertThat(Resources.quota("steady-90")).isEqualTo("quota:steady-90");
        assertThat(Resources.capacity("call", DAY)).isEqualTo("capacity:call:2026-03-10");
        assertThat(Resources.capacity("rm-task", "rm-7", DAY)).isEqualTo("capacity:rm-task:rm-7:2026-03-10");
    }

    @Test
    void forgets_whatIsCountedForADay_afterTheDayEverywhere() {
        Instant forgotten = Instant.ofEpochMilli(Resources.forgottenAt(Resources.capacity("rm-task", "rm-7", DAY)));

        assertThat(forgotten).isEqualTo("2026-03-12T00:00:00Z");
        assertThat(Resources.forgottenAt(Resources.benefit("capacity:2026-03-10")))
                .isEqualTo(Resources.NEVER);
    }

    @Test
    void tells_whatIsCountedFromWhatIsNot() {
        assertThat(Resources.isResource("benefit:b")).isTrue();
        assertThat(Resources.isResource("C-1024")).isFalse();
        assertThat(Resources.isResource("capacity:rm-task:rm-7")).isFalse();
    }
}
