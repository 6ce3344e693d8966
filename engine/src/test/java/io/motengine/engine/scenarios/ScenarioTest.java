package io.motengine.engine.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What authors write in the YAML files of a scenario, and what they are told. */
final class ScenarioTest {
    private static final Release RELEASE = new TestRelease().compile();
    private static final String EVENTS = """
        - at: 2026-03-10T12:00
          customer: ada
          profile: { aum: 5000 CNY, consents: [push] }
        - after: +1h
          transaction: { in: 2000 CNY, category: transfer }
        - after: +5m
          feedback: { action: greet-plain, outcome: refused }
        - after: +1d
          transaction: { out: 10, category: transfer }
        - customer: bob
          after: 90s
          type: app.click.v1
          data: { page: home, action: view }
        """;

    @Test
    void isWell_whenAllThatIsExpectedComes_whateverElseDoes() {
        ScenarioResult result = play(EVENTS, """
            - { action: greet-plain, channel: push, at: 2026-03-10T13:00 }
            """);

        assertThat(result.findings()).isEmpty();
        assertThat(result.differences()).isEmpty();
        assertThat(result.rules())
                .contains("a large sum came in", "strategy greet-plain")
                .doesNotContain("a form was left");
        assertThat(Coverage.of(RELEASE, List.of(result)).cards()).containsExactly("form-help", "greet-gold", "renew");
    }

    @Test
    void saysWhatIsMissing_andWhatIsNearestToIt() {
        ScenarioResult result = play(EVENTS, "- { action: greet-plain, channel: person }\n");

        assertThat(result.isWell()).isFalse();
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo("missing");
            assertThat(difference.line()).isEqualTo(1);
            assertThat(difference.found().get("channel").asText()).isEqualTo("push");
        });
    }

    @Test
    void givesTheOnlyLineToTheExpectationThatSaysMore() {
        ScenarioResult result = play(EVENTS, """
            nothingElse: [dropped, action]
            expect:
              - dropped: greet-all
              - { action: greet-plain }
            """);
        assertThat(result.differences()).isEmpty();

        ScenarioResult moments = play(EVENTS, """
            - { stage: fresh }
            - { stage: fresh }
            - { stage: fresh, customer: ada }
            """);
        assertThat(moments.differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.line()).isBetween(1, 3));
    }

    @Test
    void saysWhatNobodyExpected_andWhatWasNeverToCome() {
        ScenarioResult result = play(EVENTS, """
            nothingElse: [moment]
            never:
              - { action: greet-plain, customer: ada }
            """);

        assertThat(result.differences()).extracting(Difference::what).containsExactly("surplus", "forbidden");
    }

    @Test
    void updatesOnlyWhatTheAuthorNamed() {
        ScenarioResult result = play(EVENTS, """
            # What ada gets.
            - { action: greet-plain, channel: person }
            """);

        assertThat(result.updated().get(Scenario.EXPECTED_YAML)).isEqualTo("""
            # What ada gets.
            expect:
              - action: greet-plain
                channel: push
            """);
        assertThat(play(EVENTS, result.updated().get(Scenario.EXPECTED_YAML)).isWell())
                .isTrue();
    }

    @Test
    void writesEverything_whenNothingWasExpectedYet() {
        ScenarioResult first = new Scenario("s", Map.of(Scenario.EVENTS_YAML, EVENTS)).play(RELEASE);

        assertThat(first.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "scenarios/s/expected.yaml: absent (expected: what is to come of the events; --update writes"
                                + " expected.yaml)");
        String written = first.updated().get(Scenario.EXPECTED_YAML);
        assertThat(written)
                .startsWith("nothingElse: true\n")
                .contains("action: greet-plain", "body: \"您好 2000.00 CNY\"");
        assertThat(play(EVENTS, written).isWell()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        - { at: 2026-03-10T12:00, customer: a, clik: {} }               | :1: clik: not known here (expected: did you mean click? one of
        - { at: 2026-03-10T12:00, customer: a, click: { pag: x } }      | :1: pag: not a member of click (expected: did you mean page? one of
        - { at: 2026-03-10T12:00, customer: a, transaction: { in: x } } | :1: in: "x" (expected: an amount such as 60000 CNY)
        - { at: 2026-03-10T12:00, customer: a, transaction: { in: 1 CNY, balance: 2 USD } } | balance: USD beside CNY (expected: one currency in an event)
        - { at: 10 March, customer: a }                                 | at: 10 March (expected: a time such as 2026-03-10T09:50+08:00
        - { after: 2h, customer: a }                                    | after: nothing is before it (expected: at, for the first entry)
        - { customer: a }                                               | at, after: neither (expected: one of them
        - { at: 2026-03-10T12:00 }                                      | customer: absent (expected: whose event it is)
        - { at: 2026-03-10T12:00, customer: a, click: {}, profile: {} } | profile: a second event (expected: one in an entry)
        - { at: 2026-03-10T12:00, customer: a, click: { page: home } }  | :1: data.action: absent (expected:
        at: 2026-03-10T12:00                                            | :1: no list (expected: one entry for each event
        - [                                                             | :1:
        """)
    void refusesEvents(String events, String message) {
        ScenarioResult result = play(events, "[]");

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).toString())
                .startsWith("scenarios/s/events.yaml:")
                .contains(message.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        - { acton: x }                             | :1: entry: acton (expected: did you mean action? one of
        - { action: greet-plane }                  | :1: action: greet-plane (expected: did you mean greet-plain? one of
        - { dropped: greet-all, reason: outrankd } | :1: reason: outrankd (expected: did you mean outranked? one of
        - { moment: inflow, abuot: x }             | :1: abuot: not a member of moment (expected: did you mean about? one of
        nothingElse: [momnt]                       | nothingElse: momnt (expected: did you mean moment? one of
        expct: []                                  | :1: expct: not known here (expected: did you mean expect? one of
        """)
    void refusesExpectations(String expected, String message) {
        ScenarioResult result = play(EVENTS, expected);

        assertThat(result.findings()).isNotEmpty();
        assertThat(result.findings().get(0).toString())
                .startsWith("scenarios/s/expected.yaml:")
                .contains(message.strip());
    }

    private static ScenarioResult play(String events, String expected) {
        return new Scenario("s", Map.of(Scenario.EVENTS_YAML, events, Scenario.EXPECTED_YAML, expected)).play(RELEASE);
    }
}
