package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.rules.RuleEvaluator.Evaluation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever the rules and the facts: what is concluded without a session is what a session concludes. */
final class SiftingPropertyTest {
    private static final int EVENTS = 200;

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void concludesWhatASessionConcludes(@ForAll long seed) {
        RuleSet rules = rules(seed, false);

        assertThat(sessionsEntered(seed, rules)).isLessThan(EVENTS);
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void findsTheRulesThatFail_asASessionFindsThem(@ForAll long seed) {
        RuleSet rules = rules(seed, true);

        assertThat(sessionsEntered(seed, rules)).isPositive();
    }

    private static long sessionsEntered(long seed, RuleSet rules) {
        RandomFacts facts = new RandomFacts(seed, rules.featuresType());
        RuleCounts sifted = new RuleCounts();
        RuleCounts all = new RuleCounts();
        try (RuleEvaluator sifting = new RuleEvaluator(rules, sifted);
                RuleEvaluator inSessions = new RuleEvaluator(rules, all, rule -> {})) {
            for (int i = 0; i < EVENTS; i++) {
                Facts event = facts.next();
                assertThat(told(sifting.evaluate(event)))
                        .as(event.toString())
                        .isEqualTo(told(inSessions.evaluate(event)));
            }
            assertThat(all.sessions()).isEqualTo(EVENTS);
            assertThat(sifted.evaluations()).isEqualTo(EVENTS);
            return sifted.sessions();
        }
    }

    private static RuleSet rules(long seed, boolean throwing) {
        RandomRules rules = new RandomRules(seed, throwing);
        TestRelease release = new TestRelease();
        release.with("policy.yaml", """
                currency: { base: CNY }
                tiers: [gold, silver, plain]
                stages: [fresh, settled]
                contacts: { perDay: 1, perWeek: 3 }
                maxFirings: 60
                """);
        release.with("features.yaml", """
                - { id: inflow7d, event: bank.transaction.posted.v1, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                - { id: clicks1d, event: app.click.v1, aggregate: count, window: 1d, bucket: 1h }
                - { id: salaries, event: bank.transaction.posted.v1, aggregate: count, window: 1d, bucket: 1h }
                """);
        release.with("catalog/content.yaml", """
                - { id: hello, languages: { zh: { body: "您好", script: "问候" }, en: { body: Hello, script: Greet } } }
                - { id: greeting, languages: { zh: { body: "您好", script: "问候" }, en: { body: Hello, script: Greet } } }
                """);
        release.with("segments/tiers.drl", rules.of(Stratum.SEGMENT, 6));
        release.with("stages/stages.drl", rules.of(Stratum.STAGE, 4));
        release.with("moments/form.drl", """
                rule "the moments that cards are about"
                when CompletedPattern( name == "never" )
                then conclude.moment("inflow"); end
                rule "a form was left"
                when CompletedPattern( name == "form-left" )
                then conclude.moment("form-left"); end
                """);
        release.with("moments/inflow.drl", rules.of(Stratum.MOMENT, 14));
        return release.compile().rules();
    }

    /** The order of conclusions means nothing. */
    private static List<Object> told(Evaluation evaluation) {
        Verdict verdict = evaluation.verdict();
        return List.of(
                verdict.customer(),
                verdict.moments().stream()
                        .map(SiftingPropertyTest::told)
                        .sorted()
                        .toList(),
                verdict.proposals().stream()
                        .map(proposal -> proposal.strategy() + " for " + told(proposal.moment()))
                        .sorted()
                        .toList(),
                verdict.tellings().stream()
                        .map(telling -> telling.relation() + " of " + told(telling.moment()))
                        .sorted()
                        .toList(),
                evaluation.quarantined());
    }

    private static String told(Moment moment) {
        return moment.getName() + " " + moment.getInstance() + " " + moment.getSubject() + " " + moment.getVariables();
    }
}
