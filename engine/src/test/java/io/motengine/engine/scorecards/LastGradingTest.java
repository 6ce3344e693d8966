package io.motengine.engine.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastGradingTest {
    private static final long DAY = 20_000;
    private static final long AT = 1_000;
    private static final long UNTIL = 2_000;
    private final LastGrading last =
            new LastGrading(new Grading(List.of(), Map.of(), List.of(), UNTIL), DAY, AT, List.of(), feature -> null);

    @Test
    void holds_untilALevelHasBeenHeldADayLonger() {
        assertThat(last.holds(DAY, AT, feature -> null)).isTrue();
        assertThat(last.holds(DAY, UNTIL - 1, feature -> null)).isTrue();
        assertThat(last.holds(DAY, UNTIL, feature -> null)).isFalse();
    }
}
