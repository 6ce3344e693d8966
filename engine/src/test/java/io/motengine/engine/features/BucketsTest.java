package io.motengine.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class BucketsTest {
    private static final int WINDOW = 7;

    /** The slow and obvious way: keep every addition that was not out of reach when it came, and sum what the window covers. */
    @Property
    void sumsWhatANaiveListSums_whateverTheOrder(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 40) Integer> days,
            @ForAll @IntRange(min = 0, max = 40) int beyond) {
        Buckets buckets = new Buckets();
        for (int i = 0; i < days.size(); i++) {
            buckets.add(days.get(i), i + 1, WINDOW);
        }
        int newest = days.stream().max(Integer::compare).orElse(0);
        int current = newest + beyond % 10;

        long naive = 0;
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) > current - WINDOW && days.get(i) <= current) {
                naive += i + 1;
            }
        }

        assertThat(buckets.sum(current, WINDOW)).isEqualTo(naive);
    }
}
