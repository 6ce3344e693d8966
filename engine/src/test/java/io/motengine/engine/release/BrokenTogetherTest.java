package io.motengine.engine.release;

import static io.motengine.engine.release.BrokenReleaseTest.assertFindings;

import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;

/** What is sound alone and wrong together. */
final class BrokenTogetherTest {
    @Test
    void refusesCards_thatSupersedeEachOther() {
        TestRelease release = new TestRelease();
        assertFindings(
                release.with("strategies/renew.yaml", text(release, "renew") + "supersedes: [form-help]\n")
                        .with("strategies/form-help.yaml", text(release, "form-help") + "supersedes: [greet-all]\n")
                        .with("strategies/greet-all.yaml", text(release, "greet-all") + "supersedes: [renew]\n"),
                "strategies/form-help.yaml:12: supersedes: greet-all, which supersedes form-help in turn"
                        + " (expected: one of the two ways: each would call the other back)",
                "strategies/greet-all.yaml:12: supersedes: renew, which supersedes greet-all in turn"
                        + " (expected: one of the two ways: each would call the other back)",
                "strategies/renew.yaml:12: supersedes: form-help, which supersedes renew in turn"
                        + " (expected: one of the two ways: each would call the other back)");
    }

    @Test
    void refusesTwoCards_thatDifferInNameOnly() {
        assertFindings(
                new TestRelease().card("greet-again", "inflow", 30, null),
                "strategies/greet-all.yaml:1: id: greet-all, which differs from greet-again in name only"
                        + " (expected: one card, or two that differ in what they do)");
    }

    @Test
    void refusesVariables_thatOneOfTwoRulesDoesNotSupply() {
        assertFindings(
                new TestRelease().with("moments/other-inflow.drl", """

                        rule "another sum came in"
                        when $t : TransactionPosted( debit )
                        then conclude.moment("inflow").about("(\\".with(\\"amount\\", 1)").with("sum", $t.amount()); end
                        """),
                "catalog/content.yaml:3: hello: {amount}, which inflow does not supply (moments/other-inflow.drl:2)"
                        + " (expected: one of sum)",
                "catalog/content.yaml:4: hello: {amount}, which inflow does not supply (moments/other-inflow.drl:2)"
                        + " (expected: one of sum)");
    }

    @Test
    void knowsWhatTheEngineItselfSupplies() {
        assertFindings(
                new TestRelease()
                        .with("catalog/content.yaml", """
                                - id: hello
                                  languages: { en: { body: "{amount}", script: x } }
                                - id: greeting
                                  languages: { en: { body: Hi, script: x } }
                                - id: by-day
                                  languages: { en: { body: "day {day} of {days}", script: x } }
                                """)
                        .with("strategies/first-days.yaml", """
                                id: first-days
                                name: Test card
                                owner: test
                                waves: { stage: fresh, days: [1, 3] }
                                content: by-day
                                priority: 50
                                ladder: [push, person]
                                goal: { event: app.click.v1, class: customers, within: 30d }
                                maxAge: 24h
                                expiresAfter: 1d
                                valid: { until: 2099-12-31 }
                                """)
                        .card("settle-in", "entered-settled", 10, null),
                "catalog/content.yaml:6: by-day: {days}, which fresh-wave does not supply (the engine)"
                        + " (expected: did you mean day? one of day)");
    }

    @Test
    void refusesWordsThatRulesMayNotConclude() {
        assertFindings(
                new TestRelease()
                        .with("segments/odd.drl", """
                                rule "misspelt"
                                when Customer( age > 90 )
                                then conclude.tier("gould"); end

                                rule "computed"
                                when Customer( age > 91, $name : id )
                                then conclude.stage($name); end

                                rule "computed, which a segment may be"
                                when Customer( age > 92, $name : id )
                                then conclude.segment($name); end
                                """)
                        .card("any-segment", "inflow", 7, "segments contains \"somebody\""),
                "segments/odd.drl:1: rule \"misspelt\": conclude.tier: gould (expected: did you mean gold? one of gold,"
                        + " plain)",
                "segments/odd.drl:5: rule \"computed\": conclude.stage of something computed (expected: a name in"
                        + " quotes)");
    }

    private static String text(TestRelease release, String card) {
        return release.files().files().get("strategies/" + card + ".yaml");
    }
}
