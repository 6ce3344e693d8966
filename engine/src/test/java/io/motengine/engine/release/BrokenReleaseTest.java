package io.motengine.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;

final class BrokenReleaseTest {
    @Test
    void namesFileLineAndExpectation_ofAnUnknownKey() {
        assertFindings(
                new TestRelease().with("policy.yaml", "currency: { base: CNY }\ntiers: [a]\nstages: [b]\ncaps: 3\n"),
                "policy.yaml:4: caps: unknown key (expected: one of [arbitration, contacts, currency, customers,"
                        + " decisions, erasure, forbiddenWords, holdOuts, links, maxFirings, stages, tasks, tierRules, tiers, time])");
    }

    @Test
    void namesTheLine_ofAConstraintOnAMissingField() {
        assertThat(findings(new TestRelease().with("moments/inflow.drl", """
                        rule "typo"
                        when
                            TransactionPosted( ammount.atLeast(1) )
                        then
                            conclude.moment("x");
                        end
                        """)))
                .contains("moments/inflow.drl:3:")
                .contains("ammount");
    }

    @Test
    void namesTheCard_ofABrokenAudience() {
        assertThat(findings(new TestRelease().card("greet-all", "inflow", 3, "teir == \"gold\"")))
                .contains("strategies/greet-all.yaml:5:")
                .contains("teir");
    }

    @Test
    void refusesRulesThatSetTheirOwnOrder() {
        assertFindings(
                new TestRelease().with("moments/inflow.drl", """
                        rule "first of all"
                        salience 10
                        when TransactionPosted()
                        then conclude.moment("x"); end
                        """),
                "moments/inflow.drl:1: rule \"first of all\": attribute salience (expected: none; rules of a stratum have no order)");
    }

    @Test
    void refusesARuleThatNegatesItsOwnStratum() {
        assertFindings(
                new TestRelease().with("moments/inflow.drl", """
                        rule "only if nothing else"
                        when
                            TransactionPosted()
                            not Moment()
                        then conclude.moment("x"); end
                        """),
                "moments/inflow.drl:4: rule \"only if nothing else\": negates or accumulates over Moment, which its own or a later"
                        + " stratum concludes (expected: an earlier one)");
    }

    @Test
    void refusesMoreThanAConclusion() {
        assertThat(findings(new TestRelease().with("moments/inflow.drl", """
                        rule "does things"
                        when TransactionPosted()
                        then conclude.moment("x"); conclude.moment("y"); end
                        """)))
                .contains("moments/inflow.drl:1: rule \"does things\": then must be one call of the conclusion API");
    }

    @Test
    void namesEveryDanglingNameOfACard() {
        assertFindings(
                new TestRelease()
                        .with("catalog/content.yaml", "- id: other\n  languages: { zh: { body: x } }\n")
                        .card("greet-gold", "inflow", 0, null)
                        .with("strategies/greet-plain.yaml", plainWithoutMoment())
                        .with("strategies/greet-all.yaml", null)
                        .with("strategies/form-help.yaml", null)
                        .with("strategies/renew.yaml", null),
                "strategies/greet-gold.yaml:6: priority: 0 (expected: 1 to 100)",
                "strategies/greet-gold.yaml:5: content: hello (expected: one of other)",
                "strategies/greet-plain.yaml:1: moment: none (expected: the moment it answers, or waves)",
                "strategies/greet-plain.yaml:4: content: hello (expected: one of other)");
    }

    private static String plainWithoutMoment() {
        return new TestRelease()
                .card("greet-plain", "inflow", 5, null)
                .files()
                .files()
                .get("strategies/greet-plain.yaml")
                .replace("moment: inflow\n", "");
    }

    static void assertFindings(TestRelease release, String... expected) {
        assertThat(findings(release).lines()).containsExactlyInAnyOrder(expected);
    }

    static String findings(TestRelease release) {
        ReleaseException refused =
                catchThrowableOfType(ReleaseException.class, () -> ReleaseCompiler.compile(release.files()));
        assertThat(refused).as("the release must be refused").isNotNull();
        return refused.getMessage();
    }
}
