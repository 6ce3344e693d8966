package io.motengine.engine.release;

import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a card says must be possible for the kind of customer it is for, and for the channels that it goes by. */
final class KindsAndReportsTest {
    private static TestRelease release() {
        return new TestRelease()
                .with("policy.yaml", """
                        currency: { base: CNY }
                        tiers: [gold, plain]
                        stages: [fresh, settled, founding]
                        """)
                .with("lifecycle.yaml", """
                        person:
                          initial: fresh
                          stages:
                            - { stage: fresh, to: [settled] }
                            - { stage: settled, to: [] }
                        company:
                          initial: founding
                          stages:
                            - { stage: founding, to: [settled] }
                            - { stage: settled, to: [] }
                        """)
                .with("catalog/channels.yaml", """
                        - { id: push, name: Push, person: false, feedback: [delivered, not-delivered] }
                        - { id: letter, name: Letter, person: false, feedback: [not-delivered] }
                        - { id: app, name: App, person: false, feedback: [clicked] }
                        - { id: person, name: Person, person: true }
                        """);
    }

    private static String card(String audience, String ladder) {
        return """
                id: try
                name: Test card
                owner: test
                audience: %s
                moment: inflow
                content: hello
                priority: 20
                ladder: [%s]
                goal: { event: app.click.v1, class: scale, within: 7d }
                maxAge: 2h
                expiresAfter: 3d
                valid: { until: 2099-12-31 }
                """.formatted(audience, ladder);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', textBlock = """
            kind == "company", stage == "fresh" ~ stage of a company: fresh (expected: one of founding, settled)
            stage != "founding", kind == "person" ~ stage of a person: founding (expected: one of fresh, settled)
            age > 3, (kind == "person" && stage == "founding") || tier == "gold" ~ stage of a person: founding (expected: one of fresh, settled)
            """)
    void refusesAStage_thatTheAudienceCannotBeIn(String audience, String finding) {
        BrokenReleaseTest.assertFindings(
                release().with("strategies/try.yaml", card(audience, "app")), "strategies/try.yaml:4: " + finding);
    }

    @Test
    void refusesAWave_ofAStageThatTheAudienceHasNot() {
        String wave = card("kind == \"company\"", "app")
                .replace("moment: inflow", "waves: { stage: fresh, days: [1] }")
                .replace("content: hello", "content: greeting");

        BrokenReleaseTest.assertFindings(
                release().with("strategies/try.yaml", wave),
                "strategies/try.yaml:5: stage of a company: fresh (expected: one of founding, settled)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            push, { channel: person, after: 1d } | unless: opened, of which push says nothing (expected: what it reports; its feedback is delivered, not-delivered)
            app, push, { channel: person, after: 1d, unless: clicked } | unless: clicked, of which push says nothing (expected: what it reports; its feedback is delivered, not-delivered)
            app, { channel: letter, after: 1h }, { channel: person, after: 1d, unless: delivered } | unless: delivered, of which letter says nothing (expected: what it reports; its feedback is not-delivered)
            """)
    void refusesACondition_ofWhichTheChannelBeforeSaysNothing(String ladder, String finding) {
        BrokenReleaseTest.assertFindings(
                release().with("strategies/try.yaml", card("age > 3", ladder)), "strategies/try.yaml:8: " + finding);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            push, { channel: person, after: 1d, unless: delivered }
            app, { channel: person, after: 1d, unless: opened }
            person, { channel: push, after: 1d, unless: clicked }
            app, { channel: push, after: 1d }, { channel: person, after: 1d, unless: delivered }
            """)
    void takesACondition_ofWhichTheChannelBeforeTells(String ladder) {
        release()
                .with(
                        "strategies/try.yaml",
                        card("(kind == \"person\" && stage == \"fresh\") || stage == \"founding\"", ladder))
                .compile();
    }
}
