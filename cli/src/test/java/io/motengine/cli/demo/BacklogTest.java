package io.motengine.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.job.Tallies;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BacklogTest {
    private final Backlog backlog = new Backlog(1_000, true);

    @Test
    void isTooLong_whenTheCountsAreSecondsBehind() {
        assertThat(backlog.isTooLong(4_000, 0)).isFalse();
        assertThat(backlog.isTooLong(4_001, 0)).isTrue();

        backlog.ended(new Tallies(Map.of("decided", 2_000L, "skipped", 1L)));
        assertThat(backlog.isTooLong(6_001, 0)).isFalse();
        assertThat(backlog.isTooLong(6_002, 0)).isTrue();
    }

    @Test
    void isTooLong_whenTheNewestActionCameLate() {
        backlog.delay(701, 10_000);

        assertThat(backlog.isTooLong(0, 10_499)).isTrue();
        assertThat(backlog.isTooLong(0, 10_500)).as("too old to tell").isFalse();

        backlog.delay(700, 10_100);
        assertThat(backlog.isTooLong(0, 10_200)).isFalse();
    }

    @Test
    void doesNotMindLateActions_whenTheyWaitForACheckpoint() {
        Backlog exact = new Backlog(1_000, false);
        exact.delay(3_000, 10_000);

        assertThat(exact.isTooLong(0, 10_001)).isFalse();
    }
}
