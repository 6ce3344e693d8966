package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.facts.Dates;
import io.motengine.engine.facts.LevelAtRisk;
import io.motengine.engine.facts.LevelNear;
import io.motengine.engine.lifecycle.LifeCycles.Step;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.scorecards.Grading;
import io.motengine.engine.scorecards.ScoreMemory;
import io.motengine.engine.state.Profile;
import io.motengine.engine.time.WorkingDays;
import io.motengine.schemas.money.Money;
import io.motengine.schemas.release.ReleaseFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code scorecards.yaml}, {@code lifecycle.yaml} and {@code calendar.yaml} promise the business. */
final class ShippedGradesTest {
    private static final long DAY = 86_400_000;
    private static final Set<String> STAGES = Set.of(
            "prospect", "first-contact", "honeymoon", "rising", "mature", "at-risk", "dormant", "lost", "won-back");

    private static Release release;

    @BeforeAll
    static void compile() throws Exception {
        release = ReleaseCompiler.compile(ReleaseFiles.read(Path.of("").toAbsolutePath()));
    }

    @Test
    void personsAreGradedByAssetsAndPotential() {
        String[] amounts = {
            "-100", "0", "49999.99", "50000", "50000.01", "499999.99", "500000", "5999999.99", "6000000", "99999999"
        };
        for (String aum : amounts) {
            for (int age = -1; age < 100; age++) {
                for (int clicks : new int[] {0, 1, 19, 20, 500}) {
                    assertThat(grade("person", 0, aum, age < 0 ? null : age, clicks, new ScoreMemory())
                                    .labels())
                            .as("aum %s, age %d, clicks %d", aum, age, clicks)
                            .containsEntry("tier", tier(new BigDecimal(aum), age, clicks));
                }
            }
        }
    }

    /** The quadrants of the business, in plain Java; age -1 is unknown. */
    private static String tier(BigDecimal aum, int age, int clicks) {
        if (aum.compareTo(BigDecimal.valueOf(6_000_000)) >= 0) {
            return "private-banking";
        }
        if (aum.compareTo(BigDecimal.valueOf(500_000)) >= 0) {
            return "mid-to-high-end";
        }
        if (aum.compareTo(BigDecimal.valueOf(50_000)) >= 0) {
            return age < 60 ? "B" : "C";
        }
        return (age >= 0 && age < 35) || clicks >= 20 ? "A" : "D";
    }

    @Test
    void aPersonNearTheMidToHighEnd_isToldWhatIsMissing_andKeepsItForThirtyDays() {
        ScoreMemory memory = new ScoreMemory();

        assertThat(grade("person", 0, "460000", 40, 0, memory).facts())
                .contains(new LevelNear(
                        "person-value", "tier", "mid-to-high-end", Money.of("40000", "CNY"), 40_000, true));
        grade("person", 1, "500000", 40, 0, memory);
        assertThat(grade("person", 2, "300000", 40, 0, memory).facts())
                .contains(new LevelAtRisk(
                        "person-value", "tier", "mid-to-high-end", Money.of("200000", "CNY"), 200_000, 30, true));
        assertThat(grade("person", 31, "300000", 40, 0, memory).labels()).containsEntry("tier", "mid-to-high-end");
        assertThat(grade("person", 32, "300000", 40, 0, memory).labels()).containsEntry("tier", "B");
    }

    @Test
    void companiesAreBasicValueOrStrategic() {
        assertThat(company("0", "0")).isEqualTo("basic");
        assertThat(company("4999999", "0")).isEqualTo("basic");
        assertThat(company("4000000", "2000000")).isEqualTo("value");
        assertThat(company("50000000", "0")).isEqualTo("strategic");
    }

    @Test
    void everyStageOfTheBusiness_isDeclared_forPersonsAndCompanies() {
        for (String kind : new String[] {"person", "company"}) {
            assertThat(release.lifeCycles().initial(kind)).isEqualTo("prospect");
            for (String stage : STAGES) {
                Step step = release.lifeCycles().next(kind, "", Set.of(stage));
                assertThat(step).isEqualTo(new Step(stage, Set.of()));
                assertThat(release.lifeCycles().name(kind, stage)).isNotEqualTo(stage);
            }
            assertThat(release.lifeCycles().next(kind, "lost", Set.of("rising", "dormant")))
                    .as("who is lost comes back by being won back")
                    .isEqualTo(new Step("lost", Set.of("rising", "dormant")));
            assertThat(release.lifeCycles()
                            .next(kind, "dormant", Set.of("first-contact"))
                            .stage())
                    .as("a prospect may have fallen asleep before opening")
                    .isEqualTo("first-contact");
        }
    }

    @Test
    void theCalendarIsChinas() {
        WorkingDays days = release.dates().workingDays();
        assertThat(days.workingDaysBetween(day("2024-12-31"), day("2025-12-31")))
                .isEqualTo(248);
        assertThat(days.workingDaysBetween(day("2025-12-31"), day("2026-12-31")))
                .isEqualTo(248);
        assertThat(days.plusWorkingDays(day("2026-09-30"), 1)).isEqualTo("2026-10-08");
        assertThat(days.plusWorkingDays(day("2026-10-08"), 2)).as("a Saturday").isEqualTo("2026-10-10");
        Dates dates = release.dates().at(Profile.UNKNOWN, day("2026-02-10"));
        assertThat(dates.nextFestival()).isEqualTo("spring-festival");
        assertThat(dates.daysToFestival()).isEqualTo(7);
        assertThat(dates.daysTo("mid-autumn-festival")).isEqualTo(227);
    }

    private static String company(String aum, String inflow) {
        Map<String, BigDecimal> values = Map.of("aum", new BigDecimal(aum), "inflow30d", new BigDecimal(inflow));
        return release.scorecards()
                .grade(values::get, "company", 0, new ScoreMemory())
                .labels()
                .get("tier");
    }

    private static Grading grade(String kind, long day, String aum, Integer age, int clicks, ScoreMemory memory) {
        Map<String, BigDecimal> values = new HashMap<>();
        values.put("aum", new BigDecimal(aum));
        values.put("age", age == null ? null : BigDecimal.valueOf(age));
        values.put("clicks30d", BigDecimal.valueOf(clicks));
        return release.scorecards().grade(values::get, kind, day * DAY, memory);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
