package io.motengine.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;

/** What is wrong in scorecards, life cycles and the calendar is told with file, line, and what was probably meant. */
final class BrokenGradesTest {
    private static final String GOOD_LIFE_CYCLE = """
            initial: fresh
              stages:
                - { stage: settled, to: [fresh] }
                - { stage: fresh, to: [settled] }
            """;

    @Test
    void suggestsNames_inAScorecard() {
        assertFindings(
                new TestRelease().with("scorecards.yaml", """
                        - id: person-value
                          label: tier
                          for: persn
                          indicators: [{ name: assets, of: aum, points: [[0, 0]] }]
                          levels: [{ level: plain, from: 0 }]
                        - id: company-value
                          label: tier
                          for: company
                          indicators:
                            - { name: assets, of: aum, points: [[0, 0], [5, 5]] }
                            - { name: money, of: inflow7, points: [[0, 0], [5, 5]] }
                          levels:
                            - { level: gould, from: 10 }
                            - { level: plain, from: 0 }
                          movable: asets
                        """),
                "scorecards.yaml:3: for: persn (expected: did you mean person? one of person, company)",
                "scorecards.yaml:11: of: inflow7 (expected: did you mean inflow7d? one of age, aum, clicks1d,"
                        + " daysSinceOpening, families, inflow7d, riskGrade)",
                "scorecards.yaml:13: level: gould (expected: did you mean gold? one of gold, plain)",
                "scorecards.yaml:15: movable: asets (expected: did you mean assets? one of assets, money)");
    }

    @Test
    void suggestsLabelsAndLevels_thatAConditionAsksFor() {
        assertFindings(
                new TestRelease().with("scorecards.yaml", """
                        - id: potential
                          label: potential
                          for: person
                          indicators: [{ name: youth, of: age, points: [[0, 10], [30, 0]] }]
                          levels: [{ level: high, from: 5 }, { level: low, from: 0 }]
                        - id: person-value
                          label: tier
                          for: person
                          indicators: [{ name: assets, of: aum, points: [[0, 0], [5, 5]] }]
                          levels:
                            - { level: gold, from: 3, when: { potentail: [high] } }
                            - level: plain
                              from: 0
                              when:
                                potential: [low, hihg]
                        """),
                "scorecards.yaml:11: when: potentail (expected: did you mean potential? one of potential)",
                "scorecards.yaml:15: potential: hihg (expected: did you mean high? one of high, low)",
                "scorecards.yaml:12: when: on the last level (expected: a last level for everybody else)");
    }

    @Test
    void refusesLevelsOutOfOrder_andAmountsThatCannotBeTold() {
        assertFindings(
                new TestRelease().with("scorecards.yaml", """
                        - id: activity
                          label: activity
                          for: person
                          indicators:
                            - { name: age, of: age, points: [[0, 10], [30, 0]] }
                          levels:
                            - { level: low, from: 0 }
                            - { level: high, from: 5 }
                            - { level: high }
                          hold: 500d
                          movable: age
                        - id: activity
                          label: activity
                          for: person
                          indicators: []
                          levels: []
                        """),
                "scorecards.yaml:10: hold: PT12000H (expected: 0d to 400d)",
                "scorecards.yaml:11: movable: age, of which more may count for less (expected: an indicator with a weight above"
                        + " 0 and points that never fall)",
                "scorecards.yaml:8: from: 5 (expected: at most 0: best first)",
                "scorecards.yaml:9: level: high (expected: a name of its own)",
                "scorecards.yaml:9: from: none (expected: the score from which it is held)",
                "scorecards.yaml:12: id: activity, whose id or its hash another card has (expected: an id of its own)",
                "scorecards.yaml:12: indicators: none (expected: one or more)",
                "scorecards.yaml:12: levels: none (expected: one or more, best first)",
                "scorecards.yaml:13: label: activity (expected: a kebab-case label that no other card for person has)");
    }

    @Test
    void namesTheLine_ofPointsAndSharesThatAreNone() {
        assertThat(findings(new TestRelease().with("scorecards.yaml", """
                        - id: activity
                          label: activity
                          for: person
                          indicators:
                            - { name: age, of: age, points: [[5, 10], [3, 0]] }
                        """)))
                .startsWith("scorecards.yaml:5:")
                .contains("3 after 5 (expected: values that rise)");
        assertThat(findings(new TestRelease().with("scorecards.yaml", "- id: activity\n  near: 0.1\n")))
                .startsWith("scorecards.yaml:2:")
                .contains("0.1 (expected: 0% to 50%, such as 10%)");
        assertThat(findings(new TestRelease().with("scorecards.yaml", "- id: activity\n  levles: []\n")))
                .startsWith("scorecards.yaml:2: levles: unknown key");
    }

    @Test
    void suggestsStages_inALifeCycle() {
        assertFindings(
                new TestRelease().with("lifecycle.yaml", """
                        person:
                          initial: frsh
                          stages:
                            - { stage: settled, to: [fesh] }
                            - { stage: fresh, to: [settled, fresh] }
                            - { stage: fresh, to: [] }
                            - { stage: setled }
                        """ + "company:\n  " + GOOD_LIFE_CYCLE),
                "lifecycle.yaml:2: initial: frsh (expected: did you mean fresh? one of fresh, setled, settled)",
                "lifecycle.yaml:4: to: fesh (expected: did you mean fresh? one of fresh, setled, settled)",
                "lifecycle.yaml:5: to: fresh (expected: another stage; a stage may always go on)",
                "lifecycle.yaml:6: stage: fresh, the second time (expected: each stage once)",
                "lifecycle.yaml:7: stage: setled (expected: did you mean settled? one of fresh, settled)",
                "lifecycle.yaml:7: to: none (expected: the stages that may follow setled, or [] for an end)");
    }

    @Test
    void refusesAKindThatIsMissing_andAStageThatNoWayLeadsTo() {
        assertFindings(
                new TestRelease().with("lifecycle.yaml", """
                        person:
                          initial: fresh
                          stages:
                            - { stage: settled, to: [fresh] }
                            - { stage: fresh, to: [] }
                        compny:
                        """ + "  " + GOOD_LIFE_CYCLE),
                "lifecycle.yaml:4: stage: settled, which no way leads to (expected: a stage that can be reached from fresh)",
                "lifecycle.yaml:6: kind: compny (expected: did you mean company? one of person, company)",
                "lifecycle.yaml:1: company: none (expected: initial and stages)");
    }

    @Test
    void refusesWakesThatWakeNobody_andDaysListedTwice() {
        assertFindings(
                new TestRelease().with("calendar.yaml", """
                        zone: Asia/Shanghai
                        tick: "08:00"
                        wakes:
                          - { on: silence, days: [-1] }
                          - { on: birthday, families: [wealth], days: [0, 400] }
                          - { on: festival, names: [spring-festivl], days: [] }
                        holidays: [2026-01-01..2026-01-03, 2026-01-03]
                        workdays:
                          - 2026-01-04
                          - 2026-01-05
                        festivals:
                          spring-festival: [2026-02-17]
                          none: []
                        """),
                "calendar.yaml:4: days: -1 (expected: 0 to 36600)",
                "calendar.yaml:5: days: 400 (expected: -366 to 366)",
                "calendar.yaml:5: families: [wealth] (expected: none; families are for holding-maturity)",
                "calendar.yaml:6: days: none (expected: one day or more, such as [0, 7])",
                "calendar.yaml:6: names: spring-festivl (expected: did you mean spring-festival? one of none, spring-festival)",
                "calendar.yaml:7: 2026-01-03: listed twice (expected: once, as a holiday or as a workday)",
                "calendar.yaml:10: workdays: 2026-01-05, a MONDAY (expected: a day of a weekend; others are worked anyway)",
                "calendar.yaml:13: none: no date (expected: one date or more)");
    }

    @Test
    void namesTheFeature_thatTellsNoUsualDay() {
        assertFindings(
                new TestRelease().with("features.yaml", """
                                - { id: salaryDay, event: app.click.v1, aggregate: usualDay, window: 6mo }
                                - { id: visits, event: app.click.v1, aggregate: count, window: 30d }
                                """).with("calendar.yaml", """
                        zone: Asia/Shanghai
                        tick: "08:00"
                        wakes:
                          - { on: usual-day, feature: salaryDy, days: [2] }
                          - { on: usual-day, feature: visits, days: [21] }
                          - { on: usual-day, days: [-1] }
                          - { on: birthday, feature: salaryDay, days: [0] }
                        """),
                "calendar.yaml:4: feature: salaryDy (expected: did you mean salaryDay? one of salaryDay)",
                "calendar.yaml:5: feature: visits (expected: one of salaryDay)",
                "calendar.yaml:5: days: 21 (expected: 0 to 20)",
                "calendar.yaml:6: feature: null (expected: one of salaryDay)",
                "calendar.yaml:6: days: -1 (expected: 0 to 20)",
                "calendar.yaml:7: feature: salaryDay (expected: none; a feature is for usual-day)");
    }

    @Test
    void namesTheLine_ofARangeOfDaysThatIsNone() {
        String head = "zone: Asia/Shanghai\ntick: \"08:00\"\nholidays:\n";
        assertThat(findings(new TestRelease().with("calendar.yaml", head + "  - 2026-02-23..2026-02-15\n")))
                .startsWith("calendar.yaml:4:")
                .contains("2026-02-23..2026-02-15 (expected: the first day, then the last, at most a year apart)");
        assertThat(findings(new TestRelease().with("calendar.yaml", head + "  - 2026-02-30\n")))
                .startsWith("calendar.yaml:4:")
                .contains("2026-02-30 (expected: a day such as 2026-01-01, or 2026-02-15..2026-02-23)");
    }

    private static void assertFindings(TestRelease release, String... expected) {
        assertThat(findings(release).lines()).containsExactlyInAnyOrder(expected);
    }

    private static String findings(TestRelease release) {
        ReleaseException refused =
                catchThrowableOfType(ReleaseException.class, () -> ReleaseCompiler.compile(release.files()));
        assertThat(refused).as("the release must be refused").isNotNull();
        return refused.getMessage();
    }
}
