package io.motengine.engine.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.facts.LevelAtRisk;
import io.motengine.engine.facts.LevelCrossed;
import io.motengine.engine.facts.LevelNear;
import io.motengine.engine.facts.Score;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class GradingPropertyTest {
    private static final int STEPS = 40;

    @Property
    void gradesLikeAModelThatKeepsTheWholeHistory(@ForAll long seed) {
        RandomCards random = new RandomCards(seed);
        List<ScorecardSpec> cards = random.cards();
        ScorecardSet set = new ScorecardSet(cards, "CNY", Set.of("aum"));
        NaiveGrading naive = new NaiveGrading(cards);
        ScoreMemory memory = new ScoreMemory();
        long at = 1_767_225_600_000L;
        for (int step = 0; step < STEPS; step++) {
            at += random.pause();
            long due = set.nextDue(memory);
            if (due < at && random.sometimes()) {
                at = due;
            }
            Map<String, BigDecimal> values = random.values();
            naive.see(at, values);

            Grading grading = set.grade(values::get, "person", at, memory);

            assertThat(grading.facts().stream().map(GradingPropertyTest::text).toList())
                    .as("step %d of seed %d", step, seed)
                    .isEqualTo(naive.facts());
            assertThat(set.nextDue(memory)).isGreaterThan(at);
            int last = step;
            cards.forEach(card -> assertThat(grading.labels())
                    .containsEntry(card.label(), naive.level(card, last).level()));
            checkMissing(grading.facts(), cards.get(1), values);
            if (random.sometimes()) {
                memory = copy(memory);
            }
        }
    }

    /** The amount reaches the line, and a cent less does not. */
    private static void checkMissing(List<Object> facts, ScorecardSpec card, Map<String, BigDecimal> values) {
        for (Object fact : facts) {
            if (fact instanceof LevelNear near && near.missing() != null) {
                checkMissing(near.missing(), line(card, near.level()), card, values);
            } else if (fact instanceof LevelAtRisk risk && risk.missing() != null) {
                checkMissing(risk.missing(), line(card, risk.level()), card, values);
            }
        }
    }

    private static void checkMissing(
            Money missing, BigDecimal line, ScorecardSpec card, Map<String, BigDecimal> values) {
        assertThat(scoreWith(missing.minor(), card, values)).isGreaterThanOrEqualTo(line);
        assertThat(scoreWith(missing.minor() - 1, card, values)).isLessThan(line);
    }

    private static BigDecimal scoreWith(long more, ScorecardSpec card, Map<String, BigDecimal> values) {
        Map<String, BigDecimal> moved = new HashMap<>(values);
        moved.merge("aum", BigDecimal.valueOf(more, 2), BigDecimal::add);
        return NaiveGrading.score(card, moved);
    }

    private static BigDecimal line(ScorecardSpec card, String level) {
        return BigDecimal.valueOf(card.levels().stream()
                .filter(declared -> declared.level().equals(level))
                .findFirst()
                .orElseThrow()
                .from());
    }

    private static String text(Object fact) {
        if (fact instanceof Score score) {
            return "score %s %s %s %s".formatted(score.card(), score.level(), score.points(), score.days());
        }
        if (fact instanceof LevelCrossed crossed) {
            return "crossed %s %s %s %s".formatted(crossed.card(), crossed.from(), crossed.to(), crossed.up());
        }
        if (fact instanceof LevelAtRisk risk) {
            return "risk %s %s %s %s %s"
                    .formatted(risk.card(), risk.level(), risk.points(), risk.daysLeft(), risk.now());
        }
        LevelNear near = (LevelNear) fact;
        return "near %s %s %s %s".formatted(near.card(), near.level(), near.points(), near.now());
    }

    static ScoreMemory copy(ScoreMemory memory) {
        RecordWriter out = new RecordWriter();
        memory.write(out);
        RecordReader in = new RecordReader(out.toBytes());
        ScoreMemory copy = ScoreMemory.read(in);
        assertThat(in.atEnd()).isTrue();
        assertThat(copy.standings).isEqualTo(memory.standings);
        return copy;
    }
}
