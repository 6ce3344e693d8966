package io.motengine.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SpanTest {
    @Test
    void choosesABucketThatSuitsTheWindow() {
        assertThat(Span.bucketOf("15m")).hasToString("1m");
        assertThat(Span.bucketOf("1h")).hasToString("5m");
        assertThat(Span.bucketOf("2h")).hasToString("15m");
        assertThat(Span.bucketOf("24h")).hasToString("1h");
        assertThat(Span.bucketOf("7d")).hasToString("1d");
        assertThat(Span.bucketOf("400d")).hasToString("1d");
        assertThat(Span.bucketOf("1d")).as("the last 24 hours").hasToString("1h");
        assertThat(Span.bucketOf("day")).as("today").hasToString("1d");
        assertThat(Span.bucketOf("month")).hasToString("1mo");
        assertThat(Span.bucketOf("6mo")).hasToString("1mo");
    }

    @Test
    void countsWholeBucketsOnly() {
        assertThat(Span.parse("24h").buckets(Span.parse("1d"))).isEqualTo(1);
        assertThat(Span.parse("25h").buckets(Span.parse("2h"))).isZero();
        assertThat(Span.parse("6mo").buckets(Span.parse("1d"))).isZero();
        assertThat(Span.parse("30d").buckets(Span.parse("1mo"))).isZero();
        assertThat(Span.parse("6mo").buckets(Span.parse("3mo"))).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoSpan() {
        for (String text : new String[] {"0d", "7", "d", "-1d", "7 d", "1y", "month ly", ""}) {
            assertThatThrownBy(() -> Span.parse(text)).hasMessageContaining("expected: such as 15m");
        }
    }
}
