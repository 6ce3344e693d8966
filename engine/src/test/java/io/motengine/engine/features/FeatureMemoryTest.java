package io.motengine.engine.features;

import static io.motengine.engine.features.FeaturesPropertyTest.copy;
import static io.motengine.engine.features.FeaturesPropertyTest.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.engine.events.Condition;
import io.motengine.engine.record.RecordWriter;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FeatureMemoryTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final long DAY = 24 * 60 * 60 * 1_000L;
    private static final long NOON = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
    private static final long UNSET = Long.MIN_VALUE;
    private static final String TYPE = RandomFeatures.DRIVING;

    @Test
    void readsOnlyTheSlotsThatAnEventTouches_ofTwoHundred() {
        List<FeatureSpec> specs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            specs.add(new FeatureSpec(
                    "f" + i,
                    TYPE,
                    Map.of("group", new Condition(List.of("g" + i), null, null)),
                    Aggregate.SUM,
                    "amount",
                    Span.parse("30d"),
                    Span.parse("1d")));
        }
        FeatureSet set = set(specs, SHANGHAI);
        FeatureMemory memory = new FeatureMemory();
        set.meet(memory, NOON);
        for (int i = 0; i < 200; i++) {
            set.add(TYPE, told(5, "g" + i), NOON, NOON, memory);
        }
        FeatureMemory stored = copy(memory);

        assertThat(set.add(TYPE, told(7, "g3"), NOON, NOON, stored)).isTrue();
        FeatureSet.Snapshot snapshot = set.at(NOON, stored, UNSET);
        assertThat(stored.touched()).as("the event touches one").isEqualTo(1);
        assertThat(snapshot.apply(3)).isEqualTo(new Money(12, "CNY"));
        assertThat(stored.touched()).as("and a rule reads the same").isEqualTo(1);
        assertThat(snapshot.apply(4)).isEqualTo(new Money(5, "CNY"));
        assertThat(stored.touched()).as("and another one").isEqualTo(2);

        assertThat(set.at(NOON, copy(stored), UNSET).texts())
                .as("what was not read goes on as it was")
                .isEqualTo(set.at(NOON, stored, UNSET).texts());
        FeatureMemory untouched = copy(stored);
        assertThat(set.add("other.type.v1", told(7, "g3"), NOON, NOON, untouched))
                .isFalse();
        assertThat(untouched.touched()).isZero();
    }

    @Test
    void takesAByteForADaysCount_andFourForItsSum() {
        FeatureSet counts = set(List.of(spec("clicks", Aggregate.COUNT, null, "30d", "1d")), SHANGHAI);
        FeatureSet sums = set(List.of(spec("inflow", Aggregate.SUM, "amount", "30d", "1d")), SHANGHAI);
        FeatureSet nothing = set(List.of(spec("clicks", Aggregate.COUNT, null, "30d", "1d")), SHANGHAI);
        FeatureMemory empty = new FeatureMemory();
        nothing.meet(empty, NOON);

        assertThat(size(empty)).as("layout, number of slots, key, length").isLessThanOrEqualTo(12);
        assertThat(size(month(counts, 5)) - size(empty)).isLessThanOrEqualTo(30 + 6);
        assertThat(size(month(sums, 1)) - size(empty)).isLessThanOrEqualTo(4 * 30 + 6);
    }

    private static FeatureMemory month(FeatureSet set, int aDay) {
        FeatureMemory memory = new FeatureMemory();
        set.meet(memory, 0);
        for (long time = NOON - 60 * DAY; time <= NOON; time += DAY) {
            for (int i = 0; i < aDay; i++) {
                set.add(TYPE, told(1_234_56, "g"), time, time, memory);
            }
        }
        return memory;
    }

    @Test
    void featuresOfTheSameEventsShareWhatIsKept() {
        FeatureSet set = set(
                List.of(
                        spec("inflow7d", Aggregate.SUM, "amount", "7d", "1d"),
                        spec("inflow30d", Aggregate.SUM, "amount", "30d", "1d"),
                        spec("inflowNorm", Aggregate.MEAN, "amount", "90d", "1d"),
                        spec("inflowSpread", Aggregate.DEVIATION, "amount", "90d", "1d"),
                        spec("inflowAverage", Aggregate.AVERAGE, "amount", "90d", "1d"),
                        spec("inflows", Aggregate.COUNT, "amount", "30d", "1d")),
                SHANGHAI);

        assertThat(set.series()).extracting(Series::kept).containsExactlyInAnyOrder(Kept.SUM, Kept.COUNT);
    }

    @Test
    void keepsTheData_whenAFeatureIsRenamed_orReadOverAnotherWindow() {
        FeatureMemory memory = new FeatureMemory();
        FeatureSet before = set(List.of(spec("inflow7d", Aggregate.SUM, "amount", "7d", "1d")), SHANGHAI);
        before.meet(memory, NOON - 100 * DAY);
        for (long day = 20; day >= 0; day--) {
            before.add(TYPE, told(1, "g"), NOON - day * DAY, NOON - day * DAY, memory);
        }
        FeatureSet after = set(
                List.of(
                        spec("renamed", Aggregate.SUM, "amount", "7d", "1d"),
                        spec("shorter", Aggregate.SUM, "amount", "3d", "1d"),
                        spec("longer", Aggregate.SUM, "amount", "30d", "1d")),
                SHANGHAI);
        after.meet(memory, NOON);

        assertThat(after.at(NOON, memory, UNSET).texts())
                .containsEntry("renamed", "0.07 CNY")
                .containsEntry("shorter", "0.03 CNY")
                .containsEntry("longer", "0.07 CNY (since 2026-03-04)");
        assertThat(after.at(NOON + 23 * DAY, memory, UNSET).texts())
                .as("once the window has gone by")
                .containsEntry("longer", "0.07 CNY");
    }

    @Test
    void aNewFeatureSaysSinceWhenItCounts_andOneThatIsGoneStartsAgain() {
        FeatureSpec old = spec("old", Aggregate.COUNT, null, "7d", "1d");
        FeatureSpec added = spec("added", Aggregate.SUM, "amount", "7d", "1d");
        FeatureMemory memory = new FeatureMemory();
        FeatureSet first = set(List.of(old), SHANGHAI);
        first.meet(memory, NOON);
        first.add(TYPE, told(100, "g"), NOON, NOON, memory);
        FeatureSet second = set(List.of(old, added), SHANGHAI);
        second.meet(memory, NOON + DAY);
        second.add(TYPE, told(100, "g"), NOON + 2 * DAY, NOON + 2 * DAY, memory);

        assertThat(second.at(NOON + 2 * DAY, copy(memory), UNSET).texts())
                .containsEntry("old", "2")
                .containsEntry("added", "1.00 CNY (since 2026-03-11)");
        assertThat(second.at(NOON + 8 * DAY, copy(memory), UNSET).texts()).containsEntry("added", "1.00 CNY");

        FeatureSet without = set(List.of(added), SHANGHAI);
        without.meet(memory, NOON + 3 * DAY);
        second.meet(memory, NOON + 3 * DAY);
        assertThat(second.at(NOON + 3 * DAY, memory, UNSET).texts()).containsEntry("old", "0 (since 2026-03-13)");
    }

    @Test
    void aLongerWindowDoesNotReachBehindTheBeginning() {
        FeatureMemory memory = new FeatureMemory();
        FeatureSet other = set(List.of(spec("other", Aggregate.COUNT, null, "7d", "1d")), SHANGHAI);
        other.meet(memory, NOON - DAY);
        FeatureSet week = set(List.of(spec("inflow", Aggregate.SUM, "amount", "7d", "1d")), SHANGHAI);
        week.meet(memory, NOON);
        long later = NOON + 10 * DAY;
        week.add(TYPE, told(100, "g"), later, later, memory);
        FeatureSet month = set(List.of(spec("inflow", Aggregate.SUM, "amount", "30d", "1d")), SHANGHAI);
        month.meet(memory, later);

        assertThat(month.at(later, memory, UNSET).texts())
                .as("the tenth of March has half a day only")
                .containsEntry("inflow", "1.00 CNY (since 2026-03-11)");
    }

    @Test
    void aLongerWindowDoesNotHideWhatCameTooLateForTheShorterOne() {
        FeatureMemory memory = new FeatureMemory();
        FeatureSet week = set(List.of(spec("inflow", Aggregate.SUM, "amount", "7d", "1d")), SHANGHAI);
        week.meet(memory, NOON);
        week.add(TYPE, told(100, "g"), NOON, NOON, memory);
        week.add(TYPE, told(100, "g"), NOON - 20 * DAY, NOON, memory);
        FeatureSet month = set(List.of(spec("inflow", Aggregate.SUM, "amount", "30d", "1d")), SHANGHAI);

        assertThat(month.at(NOON, memory, UNSET).texts()).containsEntry("inflow", "1.00 CNY (since 2026-02-19)");
    }

    @Test
    void isWholeSinceTheLaterOfTwo_whenIdentitiesMerge() {
        FeatureSpec old = spec("old", Aggregate.COUNT, null, "7d", "1d");
        FeatureSet before = set(List.of(old), SHANGHAI);
        FeatureSet set = set(List.of(old, spec("added", Aggregate.SUM, "amount", "7d", "1d")), SHANGHAI);
        FeatureMemory known = new FeatureMemory();
        before.meet(known, NOON);
        FeatureMemory fresh = new FeatureMemory();
        set.meet(fresh, NOON);
        set.add(TYPE, told(100, "g"), NOON, NOON, fresh);

        fresh.merge(known, set, NOON + DAY);

        assertThat(set.at(NOON + DAY, copy(fresh), UNSET).texts())
                .containsEntry("old", "1")
                .containsEntry("added", "1.00 CNY (since 2026-03-11)");
    }

    @Test
    void forgetsForGoodWhatOneOfTwoIdentitiesForgot() {
        FeatureSet week = set(List.of(spec("inflow", Aggregate.SUM, "amount", "7d", "1d")), SHANGHAI);
        FeatureMemory old = new FeatureMemory();
        week.meet(old, 0);
        week.add(TYPE, told(100, "g"), NOON - 20 * DAY, NOON - 20 * DAY, old);
        week.add(TYPE, told(100, "g"), NOON, NOON, old);
        FeatureMemory merged = new FeatureMemory();
        merged.merge(old, week, NOON);
        FeatureSet month = set(List.of(spec("inflow", Aggregate.SUM, "amount", "30d", "1d")), SHANGHAI);

        assertThat(month.at(NOON, merged, UNSET).texts()).containsEntry("inflow", "1.00 CNY (since 2026-02-19)");
    }

    @Test
    void isCompleteOnlySinceTheCustomerIsKnown() {
        FeatureSet set = set(List.of(spec("clicks", Aggregate.COUNT, null, "7d", "1d")), SHANGHAI);
        FeatureMemory memory = new FeatureMemory();
        set.meet(memory, NOON);

        assertThat(set.at(NOON, memory, NOON - 2 * DAY).texts()).containsEntry("clicks", "0 (since 2026-03-08)");
        assertThat(set.at(NOON, memory, NOON - 7 * DAY).texts()).containsEntry("clicks", "0");
    }

    @Test
    void adoptsARecordOfFormat1_evenIfItIsStoredAgainBeforeItMeetsARelease() {
        long today = (NOON + 8 * 3_600_000L) / DAY;
        long hour = (NOON + 8 * 3_600_000L) / 3_600_000L;
        FeatureMemory memory = copy(FeatureMemory.adopt(Map.of(
                "inflow30d", new OldBuckets(new long[] {today - 3, today}, new long[] {500, 20}),
                "clicks1d", new OldBuckets(new long[] {hour - 1, hour}, new long[] {2, 3}),
                "gone", new OldBuckets(new long[] {today}, new long[] {1}))));
        FeatureSet set = set(
                List.of(
                        spec("inflow30d", Aggregate.SUM, "amount", "30d", "1d"),
                        spec("inflow60d", Aggregate.SUM, "amount", "60d", "1d"),
                        spec("clicks1d", Aggregate.COUNT, null, "1d", "1h"),
                        spec("added", Aggregate.DISTINCT, "word", "7d", "1d")),
                SHANGHAI);
        assertThatThrownBy(() -> set.at(NOON, memory, UNSET))
                .hasMessage("features: a record of another release (expected: meet() first)");
        set.meet(memory, NOON);

        assertThat(set.at(NOON, memory, UNSET).texts())
                .containsEntry("inflow30d", "5.20 CNY")
                .containsEntry("inflow60d", "5.20 CNY (since 2026-02-09)")
                .containsEntry("clicks1d", "5")
                .containsEntry("added", "0 (since 2026-03-10)");
        assertThat(set.at(NOON + 23 * 3_600_000L, memory, UNSET).texts()).containsEntry("clicks1d", "3");
    }

    @Test
    void saysSo_whenTwoSeriesHaveOneKey() {
        FeaturePlan plan = new FeaturePlan(
                List.of(
                        spec("one", Aggregate.COUNT, null, "7d", "1d"),
                        spec("two", Aggregate.SUM, "amount", "7d", "1d")),
                type -> Told.class,
                SHANGHAI,
                "CNY",
                identity -> 7);

        assertThat(plan.clash()).hasValue("one and two");
    }

    private static Told told(long minor, String group) {
        return new Told(new Money(minor, "CNY"), 1L, "w", group);
    }

    private static FeatureSpec spec(String id, Aggregate aggregate, String of, String window, String bucket) {
        return new FeatureSpec(id, TYPE, Map.of(), aggregate, of, Span.parse(window), Span.parse(bucket));
    }

    private static int size(FeatureMemory memory) {
        RecordWriter out = new RecordWriter();
        memory.write(out);
        return out.size();
    }
}
