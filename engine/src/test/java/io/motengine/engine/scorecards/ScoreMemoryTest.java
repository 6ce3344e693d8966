package io.motengine.engine.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.record.RecordWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class ScoreMemoryTest {
    @Property
    void merges_theSameWayRound_andLosesNoLine(@ForAll long seed, @ForAll long otherSeed) {
        List<ScorecardSpec> cards = new RandomCards(seed).cards();
        ScoreMemory one = remembered(cards, seed);
        ScoreMemory other = remembered(cards, otherSeed);
        ScoreMemory merged = GradingPropertyTest.copy(one);
        ScoreMemory reversed = GradingPropertyTest.copy(other);

        merged.merge(other);
        reversed.merge(one);

        assertThat(merged.standings).isEqualTo(reversed.standings);
        merged.standings.forEach((card, standing) -> {
            Standing a = one.standings.get(card);
            Standing b = other.standings.get(card);
            if (a.known() == b.known()) {
                assertThat(standing.line()).isEqualTo(Math.max(a.line(), b.line()));
            }
            assertThat(standing.known()).isEqualTo(a.known() || b.known());
        });
    }

    @Test
    void mergesWithNothing() {
        ScoreMemory memory = remembered(new RandomCards(7).cards(), 7);
        ScoreMemory empty = new ScoreMemory();

        empty.merge(memory);

        assertThat(empty.standings).isEqualTo(memory.standings);
    }

    @Test
    void mergesTwoThatAreFalling_byTheLaterFall_andToldIsTold() {
        Standing older = new Standing("B", 50, 1_000, new TreeMap<>(Map.of(50L, 2_000L, 20L, 2_500L)), false, true);
        Standing newer = new Standing("B", 50, 1_500, new TreeMap<>(Map.of(50L, 3_000L)), true, true);

        Standing merged = newer.merge(older);

        assertThat(merged).isEqualTo(older.merge(newer));
        assertThat(merged.since()).isEqualTo(1_000);
        assertThat(merged.below()).as("the lower line is reached by one").containsExactly(Map.entry(50L, 3_000L));
        assertThat(merged.near()).isTrue();
    }

    @Test
    void isSmall() {
        ScoreMemory memory = new ScoreMemory();
        long at = 1_790_000_000_000L;
        memory.standings.put(
                ScoreMemory.key("person-potential"),
                new Standing("high", 100, at, Collections.emptyNavigableMap(), false, true));
        memory.standings.put(
                ScoreMemory.key("person-value"),
                new Standing("B", 50_000, at, Collections.emptyNavigableMap(), true, true));
        RecordWriter out = new RecordWriter();

        memory.write(out);

        assertThat(out.size()).isLessThanOrEqualTo(40);
    }

    private static ScoreMemory remembered(List<ScorecardSpec> cards, long seed) {
        ScorecardSet set = new ScorecardSet(cards, "CNY", Set.of("aum"));
        RandomCards random = new RandomCards(seed);
        ScoreMemory memory = new ScoreMemory();
        long at = 0;
        for (int i = 0; i < 12; i++) {
            at += random.pause();
            set.grade(random.values()::get, "person", at, memory);
        }
        return memory;
    }
}
