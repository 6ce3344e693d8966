package io.motengine.bench.swap;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.swap.Decided.Event;
import io.motengine.bench.swap.Swaps.Swap;
import io.motengine.bench.swap.Swaps.Time;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By the second: caught up at 10; the first release published at 20, prepared at 23, live from 24 on; the second at 40, 43, 44. */
class SwapsTest {
    private static final Instant START = Instant.parse("2026-03-02T04:00:00Z");
    private final Swaps swaps = new Swaps();

    @BeforeEach
    void swap() {
        swaps.submitted("submitted");
        swaps.started(at(10));
        swaps.add(new Swap("first", at(20), at(23), at(24), at(25), 3_000));
        swaps.add(new Swap("second", at(40), at(43), at(44), at(45), 3_000));
    }

    @Test
    void knowsWhoDecides_fromTheVeryMomentOn() {
        assertThat(swaps.deciderAt(at(24).minusMillis(1))).isEqualTo("submitted");
        assertThat(swaps.deciderAt(at(24))).isEqualTo("first");
        assertThat(swaps.deciderAt(at(44).minusMillis(1))).isEqualTo("first");
        assertThat(swaps.deciderAt(at(60))).isEqualTo("second");
    }

    @Test
    void knowsWhatWentOnBesideAnEvent() {
        assertThat(swaps.at(at(9))).isEqualTo(Time.START);
        assertThat(swaps.at(at(10))).isEqualTo(Time.QUIET);
        assertThat(swaps.at(at(20))).isEqualTo(Time.COMPILING);
        assertThat(swaps.at(at(23))).isEqualTo(Time.QUIET);
        assertThat(swaps.at(at(24))).isEqualTo(Time.SWAP);
        assertThat(swaps.at(at(25))).isEqualTo(Time.QUIET);
        assertThat(swaps.at(at(42))).isEqualTo(Time.COMPILING);
    }

    @Test
    void countsWhatACrashHeldUp_andWhatIsDecidedAgainAfterIt_asTheCrash() {
        swaps.crashed(at(46), at(55));

        assertThat(swaps.at(at(44))).as("decided again").isEqualTo(Time.CRASH);
        assertThat(swaps.at(at(54))).isEqualTo(Time.CRASH);
        assertThat(swaps.at(at(55))).isEqualTo(Time.QUIET);
    }

    @Test
    void knowsTheLongestPause_alsoOneThatASwapCameInto_orThatOutlastsItsSecond() {
        Pauses pauses = new Pauses(Stream.of(10, 20, 21, 30, 32, 60, 61)
                .map(second -> new Event(at(second), 500, Set.of("any")))
                .toList());

        assertThat(pauses.after(at(21))).as("0.5 s, then nothing for 9 s").isEqualTo(9_000);
        assertThat(pauses.after(at(25))).as("came into it").isEqualTo(9_000);
        assertThat(pauses.after(at(30))).as("came into its end").isEqualTo(9_000);
        assertThat(pauses.after(at(61).plusMillis(500)))
                .as("nothing more was decided")
                .isZero();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
