package io.motengine.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
}
