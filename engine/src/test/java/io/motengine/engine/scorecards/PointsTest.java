package io.motengine.engine.scorecards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class PointsTest {
    private static final Points AGE = new Points(List.of(pair(-1, 40), pair(0, 100), pair(34, 100), pair(60, 0)));

    @Test
    void areStraightLines_flatOutside_andThoseOfTheFirstPairIfUnknown() {
        assertThat(AGE.of(null)).isEqualByComparingTo("40");
        assertThat(AGE.of(new BigDecimal("-7"))).isEqualByComparingTo("40");
        assertThat(AGE.of(new BigDecimal("12"))).isEqualByComparingTo("100");
        assertThat(AGE.of(new BigDecimal("47"))).isEqualByComparingTo("50");
        assertThat(AGE.of(new BigDecimal("35"))).as("96.1538461…").isEqualByComparingTo("96.1538");
        assertThat(AGE.of(new BigDecimal("99"))).isEqualByComparingTo("0");
        assertThat(AGE.neverFalls()).isFalse();
    }

    /** Between two pairs in the hundredths, as a fraction of whole numbers: nothing is rounded before the end. */
    @Property
    void areExact_thenRoundedDown(
            @ForAll @IntRange(min = -99_999, max = 99_999) int value,
            @ForAll @IntRange(min = -9_999, max = 9_999) int start,
            @ForAll @IntRange(min = 1, max = 9_999) int run,
            @ForAll @IntRange(min = -99_999, max = 99_999) int low,
            @ForAll @IntRange(min = -99_999, max = 99_999) int high) {
        Points points = new Points(List.of(
                List.of(BigDecimal.valueOf(start, 2), BigDecimal.valueOf(low, 2)),
                List.of(BigDecimal.valueOf(start + run, 2), BigDecimal.valueOf(high, 2))));
        long way = Math.min(Math.max(value - start, 0), run);
        // (low + (high - low) * way / run) hundredths, in ten-thousandths
        long exact = Math.floorDiv(100L * ((long) low * run + ((long) high - low) * way), run);

        assertThat(points.of(BigDecimal.valueOf(value, 2)))
                .isEqualByComparingTo(new BigDecimal(BigInteger.valueOf(exact), 4));
    }

    @Property
    void areReached_byTheLeastValue(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 5_000) Integer> runs,
            @ForAll @Size(6) List<@IntRange(min = 0, max = 3_000) Integer> rises,
            @ForAll @LongRange(min = -1_000_000, max = 20_000_000_000L) long wanted) {
        List<List<BigDecimal>> pairs = new ArrayList<>();
        long value = -300;
        long worth = 0;
        for (int i = 0; i < runs.size(); i++) {
            value += runs.get(i);
            worth += rises.get(i);
            pairs.add(pair(value, worth));
        }
        Points points = new Points(pairs);
        // Finer than what points are rounded to.
        BigDecimal target = BigDecimal.valueOf(wanted, 6);

        BigDecimal reaching = points.reaching(target, 2);

        if (reaching == null) {
            assertThat(BigDecimal.valueOf(worth)).isLessThan(target);
        } else {
            assertThat(points.of(reaching)).isGreaterThanOrEqualTo(target);
            if (points.of(BigDecimal.valueOf(-1_000)).compareTo(target) < 0) {
                assertThat(points.of(reaching.subtract(new BigDecimal("0.01")))).isLessThan(target);
            }
        }
    }

    @Test
    void refuseValuesThatDoNotRise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Points(List.of(pair(5, 1), pair(5, 2))))
                .withMessage("5 after 5 (expected: values that rise)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Points(List.of(List.of(BigDecimal.ONE))))
                .withMessageContaining("expected: a value and its points");
        assertThatIllegalArgumentException().isThrownBy(() -> new Points(List.of()));
    }

    private static List<BigDecimal> pair(long value, long points) {
        return List.of(BigDecimal.valueOf(value), BigDecimal.valueOf(points));
    }
}
