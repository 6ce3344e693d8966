package io.motengine.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Records of customers hold what is kept: it must be the same to the bit, however it is worked out. */
final class DistinctValuesPropertyTest {
    private static final Grid DAYS = new Grid(Span.parse("1d"), ZoneId.of("Asia/Shanghai"));
    private static final long ANCHOR = 20_000;
    private static final int WINDOW = 30;

    @Property(tries = 60)
    void keepsAndCountsWhatTheNaiveModelDoes(@ForAll long seed) {
        Random random = new Random(seed);
        // Few hashes come again and again; of many, a window has more than are counted exactly.
        int hashes = 1 << (1 + random.nextInt(12));
        int aDay = 1 + random.nextInt(20);
        DistinctValues slot = new DistinctValues(DAYS);
        NaiveDistinct naive = new NaiveDistinct();
        long today = ANCHOR;
        for (int i = 0; i < 200; i++) {
            today += random.nextInt(aDay) == 0 ? random.nextInt(3) : 0;
            long settled = today - 1 - random.nextInt(3);
            long bucket = today - (random.nextInt(4) == 0 ? random.nextInt(WINDOW + 3) : 0);
            long hash = random.nextInt(hashes) * (long) ((1 << 24) / hashes);
            slot.take(new Arrival(bucket, 0, hash, null), settled, WINDOW);
            naive.forget(settled, settled - WINDOW);
            if (bucket > settled - WINDOW) {
                naive.add(bucket, hash);
            }
            if (random.nextInt(30) == 0) {
                byte[] bytes = slot.toBytes(ANCHOR);
                slot = new DistinctValues(DAYS);
                slot.read(new BitReader(bytes, 0, bytes.length), ANCHOR);
            }
            BitWriter out = new BitWriter();
            slot.writeEntries(out, ANCHOR - WINDOW - 9);
            assertThat(out.toBytes()).isEqualTo(naive.bytes(ANCHOR - WINDOW - 9));
            assertCounts(slot, naive, today - WINDOW + 1, today);
            assertCounts(slot, naive, today - 9, today);
            assertCounts(slot, naive, today - 9, today - 3);
            // As the next event will ask first: what was counted last must not outlive what comes in between.
            assertCounts(slot, naive, today - WINDOW + 1, today);
        }
    }

    private static void assertCounts(DistinctValues slot, NaiveDistinct naive, long from, long to) {
        assertThat(slot.count(from, to)).isEqualTo(naive.count(from, to));
    }
}
