package io.motengine.bench.sections;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.Home;
import io.motengine.engine.release.ReleaseCompiler;
import org.junit.jupiter.api.Test;

class PartsCostTest {
    @Test
    void everyPart_isMeasuredOnEveryEvent() throws Exception {
        try (PartsCost cost = new PartsCost(ReleaseCompiler.compile(Home.referenceRelease()), 1)) {
            cost.run();
            cost.run();
            long events = cost.whole.number();
            assertThat(events).isPositive();
            assertThat(cost.decode.number()).isEqualTo(events);
            assertThat(cost.features.number()).isEqualTo(events);
            assertThat(cost.write.number()).isEqualTo(events);
            assertThat(cost.restore.number()).isEqualTo(events);
            assertThat(cost.byHand.number()).isEqualTo(cost.evaluate.number());
            // What falls due between events, and patterns that end, are evaluated as well.
            assertThat(cost.evaluate.number()).isGreaterThanOrEqualTo(events);
            assertThat(cost.read()).isNotNull();
            assertThat(cost.candidatesShare()).isBetween(0.001, 0.1);
            assertThat(cost.whole.bytesEach())
                    .as("rules are a part of the whole")
                    .isGreaterThan(cost.evaluate.bytesEach());
        }
    }
}
