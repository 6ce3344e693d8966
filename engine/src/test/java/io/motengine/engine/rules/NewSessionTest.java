package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that has seen events concludes what one concludes that has seen none: else a restart would decide differently. */
final class NewSessionTest {
    private static final int EVENTS = 60;

    /** With these, a network that was made package by package let rules with a negation lie while its session was new. */
    @ParameterizedTest
    @CsvSource({"23, false", "-50, true"})
    void concludesWhatAUsedOneConcludes(long seed, boolean throwing) {
        compare(seed, throwing);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void concludesWhatAUsedOneConcludes_whateverTheRules(@ForAll long seed, @ForAll boolean throwing) {
        compare(seed, throwing);
    }

    private static void compare(long seed, boolean throwing) {
        RuleSet rules = RandomRules.compiled(seed, throwing);
        RandomFacts facts = new RandomFacts(seed, rules.featuresType());
        try (RuleEvaluator used = inSessions(rules)) {
            for (int i = 0; i < EVENTS; i++) {
                Facts event = facts.next();
                try (RuleEvaluator fresh = inSessions(rules)) {
                    assertThat(Told.of(fresh.evaluate(event)))
                            .as(event.toString())
                            .isEqualTo(Told.of(used.evaluate(event)));
                }
            }
        }
    }

    private static RuleEvaluator inSessions(RuleSet rules) {
        return new RuleEvaluator(rules, new RuleCounts(), rule -> {});
    }
}
