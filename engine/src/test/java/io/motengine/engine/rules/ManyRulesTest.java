package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.Release;
import org.junit.jupiter.api.Test;

final class ManyRulesTest {
    private static final int RULES = 1_100;

    @Test
    void stratum_mayHaveSoManyRules_thatTheyBecomeSeveralClasses() {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < RULES; i++) {
            rules.append("""
                    rule "page %1$d was looked at"
                    when
                        AppClick( page == "page-%1$d" )
                    then
                        conclude.moment("page-%1$d");
                    end

                    """.formatted(i));
        }
        Release release =
                new TestRelease().with("moments/many.drl", rules.toString()).compile();
        assertThat(release.rules().names()).hasSizeGreaterThan(RULES).contains("page 1099 was looked at");
    }
}
