package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that has seen events concludes what one concludes that has seen none: else a restart would decide differently. */
final class NewSessionTest {
    private static final int EVENTS = 60;

    /** With these, a network that was made package by package let rules with a negation lie while its session was new. */
    @ParameterizedTest
    @CsvSource({"23, false", "-50, true"})
    void concludesWhatAUsedOneConcludes(long seed, boolean throwing) {
        compare(seed, throwing);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void concludesWhatAUsedOneConcludes_whateverTheRules(@ForAll long seed, @ForAll boolean throwing) {
        compare(seed, throwing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not Holding( family == \"wealth\" )",
                "not( Holding( family == \"wealth\" ) and Holding( family == \"loan\" ) )",
                "exists Holding( family == \"wealth\" )",
                "forall( Holding( amount.atLeast(100) ) )",
                "accumulate( Holding( $m : daysToMaturity ); $sum : sum($m); $sum > 5 )",
                "accumulate( Holding( amount.atLeast(100) ); $count : count(); $count < 1 )",
                "(not Holding() or Holding( family == \"loan\" ))",
            })
    void concludesWhatAUsedOneConcludes_ofARuleThatJoinsNothing(String condition) {
        TestRelease release = new TestRelease().with("moments/special.drl", """
                rule "special"
                when
                    %s
                then
                    conclude.moment("special");
                end
                """.formatted(condition));
        RuleSet rules = release.compile().rules();
        compare(rules, 1);
        SiftingPropertyTest.compare(1, rules);
    }

    private static void compare(long seed, boolean throwing) {
        compare(RandomRules.compiled(seed, throwing), seed);
    }

    private static void compare(RuleSet rules, long seed) {
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
