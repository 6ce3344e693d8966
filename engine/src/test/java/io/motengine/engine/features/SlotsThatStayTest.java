package io.motengine.engine.features;

import static io.motengine.engine.features.FeaturesPropertyTest.copy;
import static io.motengine.engine.features.FeaturesPropertyTest.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.record.RecordWriter;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How large what is kept may be, and what becomes of slots that no event touches. */
final class SlotsThatStayTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long DAY = 24 * 60 * 60 * 1_000L;
    private static final long NOON = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
    private static final long UNSET = Long.MIN_VALUE;

    @Test
    void aMonthOfDailyCountsTakesTwelveBytes_andOfSumsThreeEach() {
        FeatureSet counts = set(List.of(spec("clicks", Aggregate.COUNT, null, "30d")), SHANGHAI);
        FeatureSet sums = set(List.of(spec("inflow", Aggregate.SUM, "amount", "30d")), SHANGHAI);
        FeatureSet whole = set(List.of(spec("inflow", Aggregate.SUM, "amount", "30d")), SHANGHAI);

        assertThat(content(month(counts, 5, 1)).length).isLessThanOrEqualTo(12);
        assertThat(content(month(sums, 1, 1_234_56)).length).isLessThanOrEqualTo(3 * 31 + 4);
        assertThat(content(month(whole, 1, 1_234_00)).length)
                .as("whole units of the currency")
                .isLessThanOrEqualTo(2 * 31);
    }

    @Test
    void ofLargestOnlyThoseStayThatNoNewerOneIsAsGoodAs() {
        FeatureSet set = set(List.of(spec("largest", Aggregate.MAX, "amount", "90d")), SHANGHAI);
        FeatureMemory memory = new FeatureMemory();
        set.meet(memory, 0);
        for (int day = 0; day < 80; day++) {
            long time = NOON + day * DAY;
            set.add(RandomFeatures.DRIVING, told(day == 40 ? 900_000 : 1_000 + day), time, time, memory);
        }

        assertThat(content(memory).length).isLessThanOrEqualTo(16);
        assertThat(set.at(NOON + 79 * DAY, copy(memory), UNSET).texts()).containsEntry("largest", "9000.00 CNY");
    }

    @Test
    void whatNobodyWillAskForAgainGoes_evenIfNoEventTouchesIt() {
        FeatureSpec seldom = new FeatureSpec(
                "seldom", RandomFeatures.REPORTED, Map.of(), Aggregate.COUNT, null, Span.parse("7d"), Span.parse("1d"));
        FeatureSet set = set(List.of(seldom, spec("clicks", Aggregate.COUNT, null, "7d")), SHANGHAI);
        FeatureMemory memory = new FeatureMemory();
        set.meet(memory, 0);
        for (int day = 0; day < 7; day++) {
            set.add(RandomFeatures.REPORTED, told(1), NOON + day * DAY, NOON + day * DAY, memory);
        }
        int before = size(memory);
        for (int day = 7; day < 40; day++) {
            memory = copy(memory);
            set.add(RandomFeatures.DRIVING, told(1), NOON + day * DAY, NOON + day * DAY, memory);
        }
        FeatureSet longer = set(
                List.of(
                        new FeatureSpec(
                                "seldom",
                                RandomFeatures.REPORTED,
                                Map.of(),
                                Aggregate.COUNT,
                                null,
                                Span.parse("60d"),
                                Span.parse("1d")),
                        spec("clicks", Aggregate.COUNT, null, "7d")),
                SHANGHAI);

        assertThat(size(memory)).isLessThanOrEqualTo(before + 4);
        assertThat(longer.at(NOON + 39 * DAY, memory, UNSET).texts())
                .as("and a longer window says so")
                .containsEntry("seldom", "0 (since 2026-03-17)");
    }

    /** Sharing does not make a feature older than what is kept for it. */
    @Test
    void aFeatureThatSharesWhatIsKept_countsFromBefore_andSaysSince() {
        FeatureMemory memory = new FeatureMemory();
        FeatureSet other = set(List.of(spec("largest", Aggregate.MAX, "amount", "7d")), SHANGHAI);
        other.meet(memory, NOON - 20 * DAY);
        FeatureSet sum = set(List.of(spec("inflow", Aggregate.SUM, "amount", "7d")), SHANGHAI);
        sum.meet(memory, NOON - 10 * DAY);
        for (int day = 9; day >= 0; day--) {
            sum.add(RandomFeatures.DRIVING, told(100), NOON - day * DAY, NOON - day * DAY, memory);
        }
        FeatureSet both = set(
                List.of(
                        spec("inflow", Aggregate.SUM, "amount", "7d"),
                        spec("norm", Aggregate.MEAN, "amount", "5d"),
                        spec("average", Aggregate.AVERAGE, "amount", "5d"),
                        spec("month", Aggregate.SUM, "amount", "30d")),
                SHANGHAI);
        both.meet(memory, NOON);
        FeatureMemory stored = copy(memory);

        assertThat(both.at(NOON, stored, UNSET).texts())
                .containsEntry("inflow", "7.00 CNY")
                .containsEntry("norm", "1.00 CNY")
                .containsEntry("average", "0.00 CNY (since 2026-03-10)");
        assertThat(both.at(NOON, stored, UNSET).texts().get("month")).startsWith("7.00 CNY (since 2026-03-0");
        both.meet(stored, NOON);
        FeatureSet without = set(List.of(spec("norm", Aggregate.MEAN, "amount", "5d")), SHANGHAI);
        without.meet(stored, NOON);
        assertThat(without.at(NOON, stored, UNSET).texts())
                .as("kept for the one that is left")
                .containsEntry("norm", "1.00 CNY");
    }

    @Test
    void distinctValuesAreExactUpToTheLimit_andNearItBeyond() {
        FeatureSet set = set(List.of(spec("words", Aggregate.DISTINCT, "word", "30d")), SHANGHAI);
        for (int life = 0; life < 50; life++) {
            FeatureMemory memory = new FeatureMemory();
            set.meet(memory, 0);
            for (int i = 0; i < 640; i++) {
                long time = NOON + i * 3_600_000L;
                String word = life + "-" + i % 64;
                set.add(RandomFeatures.DRIVING, new Told(null, null, word, "g"), time, time, memory);
                memory = i % 50 == 0 ? copy(memory) : memory;
            }
            assertThat(set.at(NOON + 639 * 3_600_000L, memory, UNSET).apply(0)).isEqualTo(64L);
            for (int i = 0; i < 936; i++) {
                set.add(
                        RandomFeatures.DRIVING,
                        new Told(null, null, life + "+" + i, "g"),
                        NOON + 640 * 3_600_000L,
                        NOON + 640 * 3_600_000L,
                        memory);
            }
            long estimate =
                    (Long) set.at(NOON + 640 * 3_600_000L, copy(memory), UNSET).apply(0);
            assertThat(estimate).isBetween(500L, 1_700L);
        }
    }

    private static FeatureMemory month(FeatureSet set, int aDay, long minor) {
        FeatureMemory memory = new FeatureMemory();
        set.meet(memory, 0);
        for (long time = NOON - 60 * DAY; time <= NOON; time += DAY) {
            for (int i = 0; i < aDay; i++) {
                set.add(RandomFeatures.DRIVING, told(minor), time, time, memory);
            }
        }
        return memory;
    }

    private static byte[] content(FeatureMemory memory) {
        return memory.contents().values().iterator().next();
    }

    private static int size(FeatureMemory memory) {
        RecordWriter out = new RecordWriter();
        memory.write(out);
        return out.size();
    }

    private static Told told(long minor) {
        return new Told(new Money(minor, "CNY"), 1L, "w", "g");
    }

    private static FeatureSpec spec(String id, Aggregate aggregate, String of, String window) {
        return new FeatureSpec(
                id, RandomFeatures.DRIVING, Map.of(), aggregate, of, Span.parse(window), Span.parse("1d"));
    }
}
