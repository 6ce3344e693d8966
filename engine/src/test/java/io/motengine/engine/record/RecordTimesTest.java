package io.motengine.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Times and amounts of a record come back as they were, however far they lie. */
final class RecordTimesTest {
    private static final long NOW = 1_780_000_123_456L;
    private static final long MINUTE = 60_000;

    @Property
    void readsBackEveryTime(@ForAll("times") long anchor, @ForAll("manyTimes") List<Long> times) {
        RecordWriter out = new RecordWriter();
        out.anchor(anchor);
        times.forEach(out::time);
        times.forEach(out::amount);

        RecordReader in = new RecordReader(out.toBytes());

        assertThat(in.anchor()).isEqualTo(anchor);
        times.forEach(time -> assertThat(in.time()).isEqualTo(time));
        times.forEach(amount -> assertThat(in.amount()).isEqualTo(amount));
        assertThat(in.atEnd()).isTrue();
    }

    @Property
    void readsBackEveryAmount(@ForAll long amount, @ForAll int small) {
        List<Long> amounts = new ArrayList<>(List.of(amount, (long) small, small * 100L, small * 1_000_000L, 1_00L));
        RecordWriter out = new RecordWriter();
        amounts.forEach(out::amount);

        RecordReader in = new RecordReader(out.toBytes());

        amounts.forEach(one -> assertThat(in.amount()).isEqualTo(one));
    }

    @Provide
    Arbitrary<List<Long>> manyTimes() {
        return times().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Long> times() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L, 1L << 59, -(1L << 59), (1L << 59) - 1, NOW),
                Arbitraries.longs().between(NOW - 1_000 * MINUTE, NOW + 1_000 * MINUTE),
                Arbitraries.longs().between(-30, 30).map(minute -> NOW + minute * MINUTE),
                Arbitraries.longs()
                        .between(NOW / MINUTE - 100_000, NOW / MINUTE + 10)
                        .map(minute -> minute * MINUTE));
    }

    @Example
    void aTimeThatCameBeforeTakesAByte() {
        RecordWriter out = new RecordWriter();
        out.anchor(NOW);
        out.time(NOW - 98_765_432);
        int first = out.size();
        out.time(NOW - 98_765_432);
        out.time(NOW);
        out.time(Long.MIN_VALUE);

        assertThat(out.size() - first).isEqualTo(3);
    }
}
