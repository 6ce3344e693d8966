package io.motengine.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;

final class PatternCheckTest {
    private static final String CLICK = "{ event: app.click.v1, where: { page: [form] } }";

    @Test
    void suggestsTheEvent_thatWasProbablyMeant() {
        assertThat(findings("""
                - id: form-left
                  steps:
                    - { event: app.click.v1 }
                    - { event: app.clik.v1 }
                  within: 10m
                """))
                .startsWith(
                        "patterns.yaml:4: form-left: event: app.clik.v1 (expected: did you mean app.click.v1? one of [app.click.v1,");
    }

    @Test
    void suggestsTheMember_thatWasProbablyMeant() {
        assertThat(findings("""
                - id: form-left
                  steps: [{ event: app.click.v1 }]
                  unless:
                    event: app.click.v1
                    where: { pgae: [form] }
                  within: 10m
                """))
                .isEqualTo(
                        "patterns.yaml:5: form-left: pgae (expected: did you mean page? a member of app.click.v1: [page, action,"
                                + " productId, sessionId, deviceId, openId, channel])");
    }

    @Test
    void refusesACorrelation_thatAnEventOfThePatternHasNot() {
        assertThat(findings("""
                - id: form-left
                  steps: [{ event: app.click.v1 }]
                  unless: { event: service.contact.v1 }
                  within: 10m
                  by: productId
                """))
                .isEqualTo(
                        "patterns.yaml:5: form-left: by: productId (expected: a member of service.contact.v1: [kind, branch, topic])");
    }

    @Test
    void refusesAPatternWithoutSteps_orOfOneEvent() {
        assertThat(findings("""
                - { id: no-steps, within: 10m }
                - id: one-event
                  within: 10m
                  steps: [%s]
                """.formatted(CLICK)).lines())
                .containsExactly(
                        "patterns.yaml:1: no-steps: steps: none (expected: one or more)",
                        "patterns.yaml:4: one-event: steps: one event (expected: two or more, or unless: a rule can ask for one event"
                                + " itself)");
    }

    @Test
    void refusesAnAbsenceThatNeedNotLast_andImpossibleTimes() {
        assertThat(findings("""
                - id: no-wait
                  steps: [%1$s]
                  unless: %1$s
                - id: no-time
                  steps: [%1$s, %1$s]
                  within: 0s
                - id: too-long
                  steps: [%1$s, %1$s]
                  within: 401d
                """.formatted(CLICK)).lines())
                .containsExactly(
                        "patterns.yaml:1: no-wait: within: none (expected: more than 0s and at most 400d, how long the absence must"
                                + " last)",
                        "patterns.yaml:6: no-time: within: PT0S (expected: more than 0s and at most 400d)",
                        "patterns.yaml:9: too-long: within: PT9624H (expected: more than 0s and at most 400d)");
    }

    @Test
    void refusesImpossibleCounts() {
        assertThat(findings("""
                - id: form-left
                  steps:
                    - { event: app.click.v1, times: 20 }
                    - { event: app.click.v1, times: 0 }
                    - { event: app.click.v1 }
                  unless: { event: app.click.v1, times: 2 }
                  within: 10m
                  limit: 0
                """).lines())
                .containsExactlyInAnyOrder(
                        "patterns.yaml:8: form-left: limit: 0 (expected: 1 to 100)",
                        "patterns.yaml:4: form-left: times: 0 (expected: 1 to 20)",
                        "patterns.yaml:2: form-left: steps: 21 with all repetitions (expected: at most 20)",
                        "patterns.yaml:6: form-left: unless: times 2 (expected: once is enough to prevent it)");
    }

    @Test
    void refusesAnIdThatWasGivenBefore_orIsNone() {
        assertThat(findings("""
                - { id: form-left, steps: [%1$s, %1$s], within: 1d }
                - { id: form-left-too, steps: [%1$s, %1$s], within: 1d }
                - { id: form-left, steps: [%1$s, %1$s], within: 2d }
                - { id: Form Left, steps: [%1$s, %1$s], within: 2d }
                """.formatted(CLICK)).lines())
                .containsExactly(
                        "patterns.yaml:3: form-left: declared 2 times (expected: an id of its own)",
                        "patterns.yaml:4: Form Left: id: Form Left (expected: a kebab-case id)");
    }

    @Test
    void refusesARangeOfAWord_andAKeyItDoesNotKnow() {
        assertThat(findings("""
                - id: form-left
                  steps: [{ event: app.click.v1, where: { page: { atLeast: 3 } }, times: 2 }]
                  within: 10m
                """))
                .isEqualTo(
                        "patterns.yaml:2: form-left: a range of page (expected: a member that is money or a number)");
        assertThat(findings("""
                - id: form-left
                  open: %s
                  within: 10m
                """.formatted(CLICK)))
                .isEqualTo(
                        "patterns.yaml:2: open: unknown key (expected: one of [by, id, limit, service, steps, unless, within])");
    }

    @Test
    void listensToTheEventsOfAllStepsAndOfUnless() {
        Release release = new TestRelease().with("patterns.yaml", """
                - id: form-left
                  steps: [{ event: credit.application.changed.v1 }, { event: credit.limit.updated.v1 }]
                  unless: { event: service.contact.v1 }
                  within: 10m
                """).compile();

        assertThat(release.listened())
                .contains("credit.application.changed.v1", "credit.limit.updated.v1", "service.contact.v1");
    }

    private static String findings(String patterns) {
        ReleaseException refused = catchThrowableOfType(
                ReleaseException.class,
                () -> ReleaseCompiler.compile(
                        new TestRelease().with("patterns.yaml", patterns).files()));
        assertThat(refused).as("the release must be refused").isNotNull();
        return refused.getMessage();
    }
}
