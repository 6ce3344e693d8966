package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever the rules and the facts: what is concluded without a session is what a session concludes. */
final class SiftingPropertyTest {
    private static final int EVENTS = 200;

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void concludesWhatASessionConcludes(@ForAll long seed) {
        RuleSet rules = RandomRules.compiled(seed, false);

        assertThat(sessionsEntered(seed, rules)).isLessThan(EVENTS);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void findsTheRulesThatFail_asASessionFindsThem(@ForAll long seed) {
        RuleSet rules = RandomRules.compiled(seed, true);

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
                assertThat(Told.of(sifting.evaluate(event)))
                        .as(event.toString())
                        .isEqualTo(Told.of(inSessions.evaluate(event)));
            }
            assertThat(all.sessions()).isEqualTo(EVENTS);
            assertThat(sifted.evaluations()).isEqualTo(EVENTS);
            return sifted.sessions();
        }
    }
}
