package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Whatever the rules and the facts: what is concluded without a session is what a session concludes. */
final class SiftingPropertyTest {
    private static final int EVENTS = 200;

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void concludesWhatASessionConcludes(@ForAll long seed) {
        RuleSet rules = RandomRules.compiled(seed, false);

        assertThat(compare(seed, rules).sessions()).isLessThan(EVENTS);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void findsTheRulesThatFail_asASessionFindsThem(@ForAll long seed) {
        findsTheRulesThatFail(seed);
    }

    /** With this one, a negation that a session had not yet taken back hid a join that fails. */
    @Test
    void findsTheRulesThatFail_afterANegationOfTheEventBefore() {
        findsTheRulesThatFail(-9112669641366302892L);
    }

    private static void findsTheRulesThatFail(long seed) {
        RuleSet rules = RandomRules.compiled(seed, true);

        assertThat(compare(seed, rules).sessions()).isPositive();
    }

    /** What the sifting counted. */
    static RuleCounts compare(long seed, RuleSet rules) {
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
            return sifted;
        }
    }
}
