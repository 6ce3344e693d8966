package io.motengine.engine.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.facts.LevelAtRisk;
import io.motengine.engine.facts.LevelCrossed;
import io.motengine.engine.facts.LevelNear;
import io.motengine.engine.facts.Score;
import io.motengine.engine.scorecards.ScorecardSpec.Indicator;
import io.motengine.engine.scorecards.ScorecardSpec.Level;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GradingTest {
    private static final long DAY = 86_400_000;

    private static final ScorecardSpec POTENTIAL = new ScorecardSpec(
            "potential",
            "potential",
            "person",
            List.of(new Indicator("youth", "age", null, points(34, 10, 35, 0))),
            List.of(new Level("high", 10L, null), new Level("low", 0L, null)),
            null,
            null,
            null);

    private static final ScorecardSpec VALUE = new ScorecardSpec(
            "value",
            "tier",
            "person",
            List.of(
                    new Indicator("assets", "aum", null, points(0, 0, 1_000_000, 1_000_000)),
                    new Indicator("activity", "clicks30d", BigDecimal.ZERO, points(0, 0, 20, 20))),
            List.of(
                    new Level("rich", 500_000L, null),
                    new Level("B", 50_000L, Map.of("potential", List.of("high"))),
                    new Level("C", 50_000L, null),
                    new Level("D", 0L, null)),
            Duration.ofDays(30),
            Share.of("10%"),
            "assets");

    private static final ScorecardSet SET = new ScorecardSet(List.of(POTENTIAL, VALUE), "CNY", Set.of("aum"));

    private final ScoreMemory memory = new ScoreMemory();

    @Test
    void riseAtOnce_andFallOnlyWhenTheHoldIsOver() {
        grade(0, "450000", 40);
        assertThat(grade(1, "500000", 40)).contains(new LevelCrossed("value", "tier", "C", "rich", true));
        assertThat(tier(2, "499999.99")).isEqualTo("rich");
        assertThat(SET.nextDue(memory)).isEqualTo(32 * DAY);
        assertThat(tier(31, "100")).isEqualTo("rich");

        List<Object> facts = grade(32, "100", 40);

        assertThat(facts).contains(new LevelCrossed("value", "tier", "rich", "C", false));
        assertThat(facts)
                .as("below fifty thousand since day 31 only")
                .contains(new LevelAtRisk("value", "tier", "C", cny("49900"), 49_900, 29, true));
        assertThat(tier(61, "100")).isEqualTo("D");
        assertThat(SET.nextDue(memory)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void waitAnew_whenTheScoreHasRecovered() {
        grade(0, "600000", 40);
        grade(10, "400000", 40);
        grade(20, "500000", 40);
        grade(30, "400000", 40);

        assertThat(tier(59, "400000")).isEqualTo("rich");
        assertThat(tier(60, "400000")).isEqualTo("C");
    }

    @Test
    void tellOfALevelAtRisk_onceAsNew_withWhatIsMissing() {
        grade(0, "600000", 40);

        assertThat(grade(5, "480000.50", 40))
                .contains(new LevelAtRisk("value", "tier", "rich", cny("19999.50"), 20_000, 30, true));
        assertThat(grade(6, "480000.50", 40))
                .contains(new LevelAtRisk("value", "tier", "rich", cny("19999.50"), 20_000, 29, false));
    }

    @Test
    void tellOfALineThatIsNear_onceAsNew_untilTheScoreHasBeenTwiceAsFar() {
        grade(0, "100000", 40);
        assertThat(grade(1, "449999.99", 40)).hasOnlyElementsOfType(Score.class);
        assertThat(grade(2, "450000", 40)).contains(new LevelNear("value", "tier", "rich", cny("50000"), 50_000, true));
        assertThat(grade(3, "460000", 40))
                .contains(new LevelNear("value", "tier", "rich", cny("40000"), 40_000, false));
        grade(4, "410000", 40);
        assertThat(grade(5, "450000", 40))
                .contains(new LevelNear("value", "tier", "rich", cny("50000"), 50_000, false));
        grade(6, "399999", 40);
        assertThat(grade(7, "450000", 40)).contains(new LevelNear("value", "tier", "rich", cny("50000"), 50_000, true));
    }

    @Test
    void moveBetweenLevelsOfOneLineAtOnce_andCrossNothing() {
        grade(0, "60000", 30);

        List<Object> facts = grade(1, "60000", 40);

        assertThat(facts).contains(new Score("value", "tier", "C", 60_000, 0));
        assertThat(facts)
                .filteredOn(LevelCrossed.class::isInstance)
                .containsExactly(new LevelCrossed("potential", "potential", "high", "low", false));
    }

    @Test
    void crossNothing_whenTheMovableAmountBecomesKnown() {
        assertThat(grade(0, null, 40)).contains(new Score("value", "tier", "D", 0, 0));
        assertThat(grade(1, "700000", 40))
                .contains(new Score("value", "tier", "rich", 700_000, 0))
                .noneMatch(LevelCrossed.class::isInstance);
    }

    @Test
    void countDaysAtALevel() {
        grade(0, "60000", 40);
        assertThat(grade(12, "70000", 40)).contains(new Score("value", "tier", "C", 70_000, 12));
    }

    @Test
    void showTheParts_forTheDecisionRecord() {
        Graded value =
                SET.grade(values("480000.50", 30), "person", 0, memory).scores().get(1);

        assertThat(value.level()).isEqualTo("B");
        assertThat(value.score()).isEqualByComparingTo("480000.50");
        assertThat(value.parts())
                .containsExactly(Map.entry("assets", "480000.5 for 480000.50"), Map.entry("activity", "0 for unknown"));
    }

    @Test
    void forgetACard_thatIsForAnotherKind_andALevelThatHasGone() {
        grade(0, "600000", 40);
        List<Level> renamed = List.of(new Level("wealthy", 500_000L, null), new Level("D", 0L, null));
        ScorecardSet next = new ScorecardSet(
                List.of(new ScorecardSpec(
                        VALUE.id(),
                        VALUE.label(),
                        VALUE.kind(),
                        VALUE.indicators(),
                        renamed,
                        VALUE.hold(),
                        null,
                        "assets")),
                "CNY",
                Set.of("aum"));

        assertThat(next.grade(values("10", 40), "person", DAY, memory).facts())
                .containsExactly(new Score("value", "tier", "D", 10, 0));
        assertThat(memory.standings).hasSize(1);
        assertThat(next.grade(values("10", 40), "company", DAY, memory).labels())
                .isEmpty();
        assertThat(memory.isEmpty()).isTrue();
    }

    @Test
    void keepALevel_whenItsLineMovesAboveTheScore_untilTheHoldIsOver() {
        grade(0, "550000", 40);
        ScorecardSet next = new ScorecardSet(
                List.of(new ScorecardSpec(
                        VALUE.id(),
                        VALUE.label(),
                        VALUE.kind(),
                        VALUE.indicators(),
                        List.of(new Level("rich", 600_000L, null), new Level("D", 0L, null)),
                        VALUE.hold(),
                        null,
                        "assets")),
                "CNY",
                Set.of("aum"));

        assertThat(next.grade(values("550000", 40), "person", DAY, memory).labels())
                .containsEntry("tier", "rich");
        assertThat(next.grade(values("550000", 40), "person", 31 * DAY, memory).labels())
                .containsEntry("tier", "D");
    }

    private List<Object> grade(long day, String aum, int age) {
        return SET.grade(values(aum, age), "person", day * DAY, memory).facts();
    }

    private String tier(long day, String aum) {
        return SET.grade(values(aum, 40), "person", day * DAY, memory).labels().get("tier");
    }

    private static Values values(String aum, int age) {
        Map<String, BigDecimal> values = new HashMap<>();
        values.put("aum", aum == null ? null : new BigDecimal(aum));
        values.put("age", BigDecimal.valueOf(age));
        return values::get;
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Points points(long v1, long p1, long v2, long p2) {
        return new Points(List.of(
                List.of(BigDecimal.valueOf(v1), BigDecimal.valueOf(p1)),
                List.of(BigDecimal.valueOf(v2), BigDecimal.valueOf(p2))));
    }
}
