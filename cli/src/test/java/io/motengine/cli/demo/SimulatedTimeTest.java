package io.motengine.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.job.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SimulatedTimeTest {
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");
    private final AtomicLong nanos = new AtomicLong(5);
    private final SimulatedTime time = new SimulatedTime(START, 100, nanos::get);

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void runsFasterThanLife() {
        pass(3);

        assertThat(time.now()).isEqualTo(START.plusSeconds(300));
    }

    @Test
    void standsStill_whileHeld() {
        pass(1);
        time.hold(true);
        pass(10);
        assertThat(time.now()).isEqualTo(START.plusSeconds(100));

        time.hold(false);
        pass(1);
        assertThat(time.now()).isEqualTo(START.plusSeconds(200));
    }

    @Test
    void isHeld_whenTheJobIsSecondsBehind() {
        Backlog backlog = new Backlog(1_000);
        assertThat(backlog.isTooLong(3_000)).isFalse();
        assertThat(backlog.isTooLong(3_001)).isTrue();

        backlog.ended(new Tallies(Map.of("decided", 2_000L, "skipped", 1L)));
        assertThat(backlog.isTooLong(5_001)).isFalse();
        assertThat(backlog.isTooLong(5_002)).isTrue();
    }
}
