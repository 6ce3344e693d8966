package io.motengine.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 999, 2_000, 1_000_000})
    void givesWhatCameInAndATenthOfASecondMore_inAnyTimeSpan(int perSecond) {
        Random random = new Random(perSecond);
        TokenBucket bucket = TokenBucket.of(perSecond);
        long[] takenUntil = new long[5_000];
        for (int now = 1; now < takenUntil.length; now++) {
            takenUntil[now] = takenUntil[now - 1];
            boolean greedy = random.nextInt(3) > 0;
            while (greedy && bucket.hasOne(1_000_000 + now)) {
                bucket.take();
                takenUntil[now]++;
            }
        }

        double burst = Math.max(1, perSecond / 10.0);
        for (int i = 0; i < 20_000; i++) {
            int from = random.nextInt(takenUntil.length);
            int to = from + random.nextInt(takenUntil.length - from);
            assertThat(takenUntil[to] - takenUntil[from])
                    .isLessThanOrEqualTo((long) Math.floor(burst + (double) perSecond * (to - from) / 1_000));
        }
        double all = (double) perSecond * (takenUntil.length - 100) / 1_000;
        assertThat((double) takenUntil[takenUntil.length - 1]).isGreaterThanOrEqualTo(Math.floor(all * 0.9));
    }

    @Test
    void whatWasTakenTooMuchIsOwed() {
        TokenBucket bucket = TokenBucket.of(10);
        assertThat(bucket.hasOne(0)).isTrue();
        bucket.take();
        bucket.take();

        assertThat(bucket.hasOne(199)).isFalse();
        assertThat(bucket.hasOne(200)).isTrue();
    }

    @Test
    void aClockSetBackCostsNoMoreThanItsStep() {
        TokenBucket bucket = TokenBucket.of(10);
        bucket.hasOne(1_000_000);
        bucket.take();

        assertThat(bucket.hasOne(500_000)).isFalse();
        assertThat(bucket.hasOne(500_100)).isTrue();
    }

    @Test
    void neverRunsOut_whenBottomless() {
        TokenBucket bucket = TokenBucket.bottomless();
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(bucket.hasOne(0)).isTrue();
            bucket.take();
        }
    }
}
