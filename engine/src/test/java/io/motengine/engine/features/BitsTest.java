package io.motengine.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class BitsTest {
    /** Wherever it stands in a larger record, whatever stands behind it. */
    @Property(tries = 500)
    void readsWhatWasWritten_andSeesTheEnd(@ForAll long seed) {
        Random random = new Random(seed);
        BitWriter out = new BitWriter();
        List<Long> numbers = new ArrayList<>();
        for (int left = random.nextInt(40); left > 0; left--) {
            long number = random.nextLong() >>> random.nextInt(Long.SIZE);
            numbers.add(number);
            out.number(number, 1 + left % 63);
            out.bits(number, 1 + left % 64);
            out.number(numbers.size(), 0);
        }
        byte[] bytes = out.toBytes();
        byte[] record = new byte[bytes.length + 9];
        random.nextBytes(record);
        int offset = random.nextInt(10);
        System.arraycopy(bytes, 0, record, offset, bytes.length);

        BitReader in = new BitReader(record, offset, bytes.length);
        for (int i = 0; i < numbers.size(); i++) {
            int left = numbers.size() - i;
            assertThat(in.atEnd()).isFalse();
            assertThat(in.number(1 + left % 63)).isEqualTo(numbers.get(i));
            int bits = 1 + left % 64;
            assertThat(in.bits(bits)).isEqualTo(numbers.get(i) & (-1L >>> (Long.SIZE - bits)));
            assertThat(in.number(0)).isEqualTo(i + 1L);
        }
        assertThat(in.atEnd()).isTrue();
        assertThatThrownBy(() -> in.bits(8)).isInstanceOf(IllegalStateException.class);
    }

    @Property(tries = 500)
    void bucketsAreReadAsTheyWere(@ForAll long seed) {
        Random random = new Random(seed);
        Kept kept = List.of(Kept.COUNT, Kept.SUM, Kept.MIN, Kept.MAX).get(random.nextInt(4));
        Grid grid = new Grid(Span.parse("1d"), ZoneId.of("Asia/Shanghai"));
        Buckets buckets = new Buckets(kept, grid);
        int unit = random.nextBoolean() ? 100 : 1;
        for (int left = random.nextInt(30) + 1; left > 0; left--) {
            long number =
                    kept == Kept.COUNT ? random.nextInt(50) + 1L : (long) unit * (random.nextInt(500_000) - 1_000);
            buckets.put(20_000L + random.nextInt(90), random.nextInt(40) == 0 ? extreme(random, kept) : number);
        }
        long anchor = 20_000L + random.nextInt(200);
        byte[] bytes = buckets.toBytes(anchor);
        Buckets read = new Buckets(kept, grid);
        read.read(new BitReader(bytes, 0, bytes.length), anchor);

        for (int day = 20_000; day < 20_090; day++) {
            assertThat(read.joined(day, day, -7)).isEqualTo(buckets.joined(day, day, -7));
        }
    }

    private static long extreme(Random random, Kept kept) {
        return kept != Kept.COUNT && random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    @Test
    void refusesANumberThatNeverEnds() {
        byte[] ones = new byte[20];
        Arrays.fill(ones, (byte) -1);

        assertThatThrownBy(() -> new BitReader(ones, 0, 20).number(3)).isInstanceOf(IllegalStateException.class);
    }
}
