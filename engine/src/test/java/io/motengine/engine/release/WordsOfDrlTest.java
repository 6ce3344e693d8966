package io.motengine.engine.release;

import static io.motengine.engine.release.BrokenReleaseTest.assertFindings;
import static io.motengine.engine.release.BrokenReleaseTest.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler throws, or complains of in code of its own, is a finding with file and line as any other. */
final class WordsOfDrlTest {
    private static final String GOOD = """
            rule "good"
            when TransactionPosted( credit )
            then conclude.moment("good"); end
            """;

    @ParameterizedTest
    @ValueSource(strings = {"and", "or", "not", "when", "unit", "class"})
    void areNamedWithTheirLine_whereAFieldStands(String word) {
        assertFindings(
                new TestRelease()
                        .with("moments/more.drl", GOOD + """
                        rule "a word"
                        when
                            $t : TransactionPosted(
                                %s == "x" )
                        then conclude.moment("blocked"); end
                        """.formatted(word) + GOOD.replace("good", "as good")),
                "moments/more.drl:7:9: " + word
                        + ": a word of the rule language (expected: a field of the fact, or another name)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"and", "unit", "class"})
    void areNamedWithTheCard_whereAnAudienceHasThem(String word) {
        assertFindings(
                new TestRelease().card("greet-all", "inflow", 3, word + " == 1"),
                "strategies/greet-all.yaml:5: " + word
                        + ": a word of the rule language (expected: a field of the fact, or another name)");
    }

    @Test
    void areRefused_asIdsOfFeatures() {
        assertFindings(
                new TestRelease().with("features.yaml", """
                        - { id: unit, event: app.click.v1, aggregate: count, window: 1d, bucket: 1h }
                        """),
                "features.yaml:1: unit (expected: camelCase of three letters or more, and no word of the rule language)");
    }

    @Test
    void namesTheRule_ofACallThatDoesNotExist() {
        assertThat(findings(new TestRelease().with("moments/more.drl", GOOD + """
                        rule "a call"
                        when $t : TransactionPosted( credit )
                        then conclude.moment("blocked").with("a", $t.nothing()); end
                        """)))
                .contains("moments/more.drl:6: rule \"a call\": nothing(): not a member that rules may use (expected: ");
    }

    @Test
    void namesEveryRule_thatTheCompilerThrowsFor() {
        assertThat(findings(new TestRelease()
                                .with("moments/more.drl", GOOD.replace("credit", "unit == 1"))
                                .card("greet-gold", "inflow", 3, "when == 1"))
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("moments/more.drl:2:25: unit: a word"))
                .anyMatch(line -> line.startsWith("strategies/greet-gold.yaml:5: when: a word"));
    }
}
