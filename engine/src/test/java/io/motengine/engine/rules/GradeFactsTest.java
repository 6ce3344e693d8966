package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.LevelAtRisk;
import io.motengine.engine.facts.LevelCrossed;
import io.motengine.engine.facts.LevelNear;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.facts.Score;
import io.motengine.engine.facts.StageChanged;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.RuleEvaluator.Evaluation;
import io.motengine.engine.state.Profile;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every member of these facts can be asked for in DRL, under the words that authors would write. */
final class GradeFactsTest {
    private static final String RULES = """
            rule "a level is near"
            when $n : LevelNear( now, label == "tier", level == "gold", missing != null, missing.below(50000), points <= 50000 )
            then conclude.moment("near").with("missing", $n.missing()); end

            rule "a level was crossed"
            when LevelCrossed( card == "value", up, from == "plain", to == "gold" )
            then conclude.moment("crossed"); end

            rule "a level is at risk"
            when LevelAtRisk( now, daysLeft <= 30, missing == null )
            then conclude.moment("at-risk"); end

            rule "a score is high and has long been"
            when Score( label == "tier", level == "gold", points >= 100, days >= 10 )
            then conclude.moment("scored"); end

            rule "a stage was entered"
            when StageChanged( from == "fresh", to == "settled", days > 90 )
            then conclude.moment("settled"); end

            rule "a birthday is near"
            when Dates( daysToBirthday == 7, turning == 60 )
            then conclude.moment("birthday"); end

            rule "the spring festival is near and the bank works"
            when Dates( workingDay, nextFestival == "spring", daysToFestival == 4, daysTo("lantern") == 18 )
            then conclude.moment("festival"); end

            rule "a product matures in two working days"
            when
                $h : Holding()
                Dates( workingDaysWithin($h.daysToMaturity()) == 2 )
            then conclude.moment("maturing"); end
            """;

    private static final String CALENDAR = """
            zone: Asia/Shanghai
            tick: "08:00"
            holidays: [2026-02-15..2026-02-23]
            workdays: [2026-02-14]
            festivals: { spring: [2026-02-17], lantern: [2026-03-03] }
            """;

    private static final Facts.Stages STAYS = new Facts.Stages() {
        @Override
        public String next(String kind, Set<String> concluded) {
            return "";
        }

        @Override
        public boolean announces(String kind) {
            return false;
        }

        @Override
        public StageChanged change(String to) {
            throw new AssertionError("nobody moves to " + to);
        }
    };

    private static final Release RELEASE = new TestRelease()
            .with("moments/grades.drl", RULES)
            .with("calendar.yaml", CALENDAR)
            .compile();

    @Test
    void areReadByRules() {
        Profile profile = new Profile(
                "person",
                LocalDate.parse("1966-02-20"),
                null,
                0,
                null,
                null,
                "zh",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                Profile.UNKNOWN.reportedAt());

        assertThat(moments(
                        new LevelNear("value", "tier", "gold", Money.of("40000", "CNY"), 40_000, true),
                        new LevelCrossed("value", "tier", "plain", "gold", true),
                        new LevelAtRisk("value", "tier", "gold", null, 5, 30, true),
                        new Score("value", "tier", "gold", 100, 10),
                        new StageChanged("fresh", "settled", 91),
                        new Holding("h", "p", "wealth", Money.zero("CNY"), 11),
                        RELEASE.dates().at(profile, LocalDate.parse("2026-02-13"))))
                .containsExactlyInAnyOrder(
                        "near", "crossed", "at-risk", "scored", "settled", "birthday", "festival", "maturing");
    }

    @Test
    void askForNoAmount_whereNoneCanBeTold() {
        assertThat(moments(new LevelNear("value", "tier", "gold", null, 40_000, true)))
                .isEmpty();
    }

    private static List<String> moments(Object... facts) {
        Customer customer = new Customer(
                "c",
                "person",
                "",
                "",
                Set.of(),
                -1,
                -1,
                Money.zero("CNY"),
                0,
                0,
                "zh",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        try (RuleEvaluator evaluator = new RuleEvaluator(RELEASE.rules(), new RuleCounts())) {
            Evaluation evaluation = evaluator.evaluate(new Facts(customer, Arrays.asList(facts), STAYS));
            assertThat(evaluation.quarantined()).isEmpty();
            return evaluation.verdict().moments().stream().map(Moment::getName).toList();
        }
    }
}
