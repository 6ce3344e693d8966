package io.motengine.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Ended actions are known for as long as is said, in whatever order they ended, and no record grows without end. */
final class EndedTest {
    private static final long DAY = 24L * 60 * 60 * 1_000;

    @Property(tries = 300)
    void agreesWithAModelThatKeepsAll(@ForAll long seed) {
        Random random = new Random(seed);
        List<Ended> ended = new ArrayList<>();
        List<Ended> other = new ArrayList<>();
        TreeMap<String, Long> all = new TreeMap<>();
        long now = 1_780_000_000_000L;
        for (int i = 0; i < 60; i++) {
            now += random.nextInt((int) (2 * DAY));
            // What expired is noticed later than what was called back.
            long at = now - random.nextInt((int) (3 * DAY));
            String id = "%08x".formatted(random.nextInt(200) + 1);
            if (all.putIfAbsent(id, at) == null) {
                Ended.add(random.nextBoolean() ? ended : other, id, at);
            }
        }
        Ended.merge(ended, other);

        long newest = all.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        all.forEach((id, at) -> {
            boolean known = ended.stream().anyMatch(one -> one.isOf(id));
            if (newest - at <= Ended.DAYS * DAY) {
                assertThat(known).as(id).isTrue();
            }
            if (newest - at > (Ended.DAYS + 1) * DAY) {
                assertThat(known).as(id).isFalse();
            }
        });
    }

    @Property(tries = 20)
    void keepsTheNewest_ofTooMany(@ForAll long seed) {
        Random random = new Random(seed);
        List<Ended> ended = new ArrayList<>();
        long now = 1_780_000_000_000L;
        for (int i = 1; i <= 200; i++) {
            now += random.nextInt(60_000);
            Ended.add(ended, "%08x".formatted(i), now);
        }
        assertThat(ended).hasSize(64);
    }
}
