package io.motengine.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;

/** Whatever is declared and whatever happens, in whatever order within the allowance: as the naive model says. */
final class FeaturesPropertyTest {
    private static final long UNSET = Long.MIN_VALUE;

    @Property(tries = 600)
    void saysWhatTheNaiveModelSays(@ForAll long seed) {
        RandomFeatures random = new RandomFeatures(seed);
        ZoneId zone = random.zone();
        List<FeatureSpec> specs = random.specs(12);
        FeatureSet set = set(specs, zone);
        NaiveFeatures naive = new NaiveFeatures(zone);
        FeatureMemory memory = new FeatureMemory();
        long highWater = UNSET;
        long newest = UNSET;

        List<Happening> life = random.life(random.below(400) + 1, zone);
        long known = random.chance(3)
                ? UNSET
                : life.stream().mapToLong(Happening::time).min().orElseThrow();
        set.meet(memory, life.get(0).time());
        for (Happening event : life) {
            if (event.type().equals(RandomFeatures.DRIVING)) {
                highWater = Math.max(highWater, event.time());
            }
            newest = Math.max(newest, event.time());
            set.add(event.type(), event.body(), event.time(), highWater, memory);
            naive.add(event);
            if (random.chance(4)) {
                memory = copy(memory);
            }
            if (random.chance(8)) {
                long earliest = newest - Duration.ofDays(7).toMillis();
                if (highWater != UNSET) {
                    earliest = Math.max(earliest, highWater - RandomFeatures.ALLOWANCE);
                }
                long latest = newest + (random.chance(3) ? Duration.ofDays(40).toMillis() : RandomFeatures.ALLOWANCE);
                long time = earliest + random.upTo(latest - earliest);
                for (int i = 0; i < specs.size(); i++) {
                    Object found = set.at(time, memory, known).apply(i);
                    assertSame(specs.get(i), found, naive.value(specs.get(i), time, known));
                }
            }
        }
    }

    @Property(tries = 200)
    void doesNotDependOnTheOrderOfArrival(@ForAll long seed) {
        RandomFeatures random = new RandomFeatures(seed);
        ZoneId zone = random.zone();
        List<FeatureSpec> specs = random.specs(12);
        FeatureSet set = set(specs, zone);
        List<Happening> life = random.life(random.below(200) + 1, zone);
        List<Happening> sorted = new ArrayList<>(life);
        Collections.shuffle(sorted, new Random(seed));
        sorted.sort((a, b) -> Long.compare(a.time(), b.time()));
        long time = life.stream().mapToLong(Happening::time).max().orElseThrow();

        assertThat(set.at(time, fed(set, life), UNSET).texts())
                .isEqualTo(set.at(time, fed(set, sorted), UNSET).texts());
    }

    @Property(tries = 200)
    void twoMemoriesMerged_areOneOfAllEvents_whicheverTakesTheOtherIn(@ForAll long seed) {
        RandomFeatures random = new RandomFeatures(seed);
        ZoneId zone = random.zone();
        FeatureSet set = set(random.specs(12), zone);
        List<Happening> life = random.life(random.below(300) + 1, zone);
        List<Happening> one = new ArrayList<>();
        List<Happening> two = new ArrayList<>();
        life.forEach(event -> (random.chance(2) ? one : two).add(event));
        long time = life.stream().mapToLong(Happening::time).max().orElseThrow();

        FeatureMemory left = fed(set, one);
        left.merge(fed(set, two), set, time);
        FeatureMemory right = fed(set, two);
        right.merge(copy(fed(set, one)), set, time);

        assertThat(set.at(time, copy(left), UNSET).texts())
                .isEqualTo(set.at(time, fed(set, life), UNSET).texts());
        assertThat(set.at(time, right, UNSET).texts())
                .isEqualTo(set.at(time, left, UNSET).texts());
    }

    /** Releases come and go; what a feature says is whole is what it would say had it been declared for ever. */
    @Property(tries = 300)
    void whatIsComplete_isRight_howeverReleasesChange(@ForAll long seed) {
        RandomFeatures random = new RandomFeatures(seed);
        ZoneId zone = random.zone();
        List<FeatureSpec> all = random.specs(20);
        NaiveFeatures naive = new NaiveFeatures(zone);
        FeatureMemory memory = new FeatureMemory();
        List<FeatureSpec> specs = all;
        FeatureSet set = set(specs, zone);
        long highWater = UNSET;
        long newest = UNSET;
        for (Happening event : random.life(300, zone)) {
            if (random.chance(25)) {
                specs = all.stream()
                        .filter(spec -> random.chance(2))
                        .map(random::withAnotherWindow)
                        .toList();
                set = set(specs, zone);
            }
            newest = Math.max(newest, event.time());
            set.meet(memory, newest);
            if (event.type().equals(RandomFeatures.DRIVING)) {
                highWater = Math.max(highWater, event.time());
            }
            set.add(event.type(), event.body(), event.time(), highWater, memory);
            naive.add(event);
            memory = copy(memory);
            if (random.chance(8)) {
                FeatureSet.Snapshot snapshot = set.at(newest, memory, UNSET);
                for (int i = 0; i < specs.size(); i++) {
                    if ((Boolean) snapshot.apply(i + specs.size())) {
                        assertSame(specs.get(i), snapshot.apply(i), naive.value(specs.get(i), newest, UNSET));
                    }
                }
            }
        }
    }

    static FeatureSet set(List<FeatureSpec> specs, ZoneId zone) {
        FeaturePlan plan = new FeaturePlan(specs, type -> Told.class, zone, "CNY");
        assertThat(plan.clash()).isEmpty();
        return new FeatureSet(plan, Values.class, zone, Duration.ofMillis(RandomFeatures.ALLOWANCE));
    }

    private static FeatureMemory fed(FeatureSet set, List<Happening> life) {
        FeatureMemory memory = new FeatureMemory();
        set.meet(memory, 0);
        long highWater = UNSET;
        for (Happening event : life) {
            if (event.type().equals(RandomFeatures.DRIVING)) {
                highWater = Math.max(highWater, event.time());
            }
            set.add(event.type(), event.body(), event.time(), highWater, memory);
        }
        return memory;
    }

    static FeatureMemory copy(FeatureMemory memory) {
        RecordWriter out = new RecordWriter();
        memory.write(out);
        return FeatureMemory.read(new RecordReader(out.toBytes()));
    }

    private static void assertSame(FeatureSpec spec, Object found, Object expected) {
        if (expected instanceof Double number) {
            Assertions.assertThat((Double) found)
                    .as(spec.toString())
                    .isCloseTo(number, Offset.offset(1e-9 * (1 + Math.abs(number))));
        } else {
            assertThat(found).as(spec.toString()).isEqualTo(expected);
        }
    }
}
