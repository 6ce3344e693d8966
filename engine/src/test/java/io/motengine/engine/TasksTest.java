package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.engine.state.Ended;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.action.Task;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks for people: what they are told, and what they tell. */
final class TasksTest {
    private static final Instant NOON = Bank.NOON;
    private static final String CARD = """
            id: greet-all
            name: Test card
            owner: test
            moment: inflow
            content: hello
            priority: 50
            ladder: %s
            goal: { event: app.click.v1, where: { page: [goal] }, class: scale, within: 7d }
            maxAge: 2h
            expiresAfter: 5d
            valid: { until: 2099-12-31 }
            followUpAfter: 3d
            opportunity: contacted
            """;
    private final TestRelease files = new TestRelease()
            .with("policy.yaml", """
                    currency: { base: CNY, rates: { USD: 7.0 } }
                    tiers: [gold, plain]
                    stages: [fresh, settled]
                    contacts: { perDay: 9, perWeek: 9 }
                    """)
            .with("catalog/content.yaml", """
                    - id: hello
                      languages:
                        en:
                          body: "Hello {amount}"
                          script: "About {amount}"
                          offer: "Half the fee on {amount}"
                          objections: { "Too dear": "Not for {amount}" }
                          doNotSay: "Any return on {amount}"
                    - id: greeting
                      languages: { en: { body: "Hello", script: "Greet first" } }
                    """)
            .with("strategies/greet-plain.yaml", null)
            .with("strategies/greet-gold.yaml", null)
            .with("strategies/greet-all.yaml", CARD.formatted("[person]"));
    private Bank bank;

    @AfterEach
    void close() {
        bank.close();
    }

    private void open() {
        bank = new Bank(files.compile());
        bank.profile(
                NOON.minusSeconds(60),
                "{\"aum\":\"5000\",\"currency\":\"CNY\",\"riskGrade\":\"R3\",\"language\":\"en\",\"labels\":[\"payroll\"],"
                        + "\"consents\":[\"push\",\"person\"],\"relationshipManager\":\"rm1\"}");
    }

    private ActionIssued inflow(Instant at) {
        return bank.credit(at, "2000").issued().get(0);
    }

    private Outcome feedback(Instant at, String action, String rest) {
        return kept(bank.event(
                EventTypes.FEEDBACK, at, "{\"actionId\":\"" + action + "\",\"channel\":\"person\"," + rest + "}"));
    }

    /** The record alone must carry all that follows. */
    private Outcome kept(Outcome outcome) {
        byte[] bytes = CustomerStateCodec.bytes(bank.state);
        assertThat(CustomerStateCodec.bytes(CustomerStateCodec.state(bytes))).isEqualTo(bytes);
        return outcome;
    }

    private static String words(Outcome outcome) {
        StringBuilder words = new StringBuilder();
        for (ActionCancelled action : outcome.cancelled()) {
            words.append("not ").append(action.channel()).append(": ").append(action.reason());
        }
        for (ActionIssued action : outcome.issued()) {
            words.append(", ").append(action.channel()).append(" #").append(action.attempt());
            words.append(" to ").append(action.task().handedTo());
        }
        return words.toString();
    }

    @Test
    void tellsWhatAPersonNeeds() {
        open();
        bank.event(
                EventTypes.HOLDING_UPDATED,
                NOON.minusSeconds(50),
                "{\"holdingId\":\"h1\",\"productId\":\"p1\",\"family\":\"wealth\",\"amount\":\"120000\",\"currency\":\"CNY\","
                        + "\"maturesOn\":\"2026-03-13\",\"status\":\"active\"}");
        ActionIssued before = inflow(NOON);

        Task task = inflow(NOON.plusSeconds(60)).task();

        assertThat(before.content().script()).isEqualTo("About 2000.00 CNY");
        assertThat(task.offer()).isEqualTo("Half the fee on 2000.00 CNY");
        assertThat(task.objections()).isEqualTo(Map.of("Too dear", "Not for 2000.00 CNY"));
        assertThat(task.doNotSay()).isEqualTo("Any return on 2000.00 CNY");
        assertThat(task.followUpOn()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(task.opportunity()).isEqualTo("contacted");
        assertThat(task.handedTo()).isNull();
        assertThat(task.facts())
                .isEqualTo(Map.of(
                        "tier", "plain",
                        "stage", "fresh",
                        "riskGrade", "R3",
                        "aum", "5000.00 CNY",
                        "holdings", "p1 120000.00 CNY",
                        "maturing", "2026-03-13 p1 120000.00 CNY",
                        "lastContacts", "2026-03-10 person: greet-all"));
    }

    @Test
    void followsUpOnTheBanksDay() {
        open();

        // 01:00 of the next day in Shanghai.
        assertThat(inflow(Instant.parse("2026-03-10T17:00:00Z")).task().followUpOn())
                .isEqualTo(LocalDate.of(2026, 3, 14));
    }

    @Test
    void showsNoFact_thatPolicyDoesNotName() {
        files.with("policy.yaml", files.files().files().get("policy.yaml") + "tasks: { facts: [labels, branch] }\n");
        open();

        assertThat(inflow(NOON).task().facts()).isEqualTo(Map.of("labels", "payroll"));
    }

    @Test
    void isNothingForAChannelWithoutAPerson() {
        files.with("strategies/greet-all.yaml", CARD.formatted("[push]"));
        open();

        ActionIssued push = inflow(NOON);

        assertThat(push.task()).isNull();
        assertThat(push.content().script()).isNull();
    }

    @Test
    void goesToAnotherBranch_whenHandedOver_asTheSameContact() {
        open();
        String first = inflow(NOON).id();

        Outcome handed = feedback(
                NOON.plusSeconds(60), first, "\"outcome\":\"handed-over\",\"to\":\"b2\",\"opportunity\":\"proposal\"");
        Outcome again = feedback(NOON.plusSeconds(61), first, "\"outcome\":\"handed-over\",\"to\":\"b3\"");

        assertThat(words(handed)).isEqualTo("not person: handed-over, person #1 to b2");
        assertThat(handed.issued().get(0).task().opportunity()).isEqualTo("proposal");
        assertThat(handed.issued().get(0).expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(5)));
        assertThat(handed.decisions()).isNotEmpty();
        assertThat(again.status()).isEqualTo(Outcome.Status.DECIDED);
        assertThat(words(again)).isEmpty();
        assertThat(bank.state.contacts()).hasSize(1);
        assertThat(bank.state.openActions()).hasSize(1);
    }

    @Test
    void canBeHandedOnAndDone_andStaysThere_whenTheManagerChanges() {
        open();
        String second = feedback(NOON.plusSeconds(60), inflow(NOON).id(), "\"outcome\":\"handed-over\",\"to\":\"b2\"")
                .issued()
                .get(0)
                .id();
        assertThat(words(kept(bank.profile(NOON.plusSeconds(70), "{\"relationshipManager\":\"rm2\"}"))))
                .isEmpty();

        Outcome third = feedback(NOON.plusSeconds(80), second, "\"outcome\":\"handed-over\",\"to\":\"desk\"");
        assertThat(words(third)).isEqualTo("not person: handed-over, person #2 to desk");

        feedback(NOON.plusSeconds(90), third.issued().get(0).id(), "\"outcome\":\"done\"");
        assertThat(bank.state.openActions()).isEmpty();
        assertThat(bank.state.planned()).isEmpty();
    }

    @Test
    void endsTheLadder_whenHandedOver() {
        files.with("strategies/greet-all.yaml", CARD.formatted("[push, { channel: person, after: 2h }]"));
        open();
        inflow(NOON);
        ActionIssued task =
                kept(bank.wake(NOON.plus(Duration.ofHours(2)))).issued().get(0);

        Outcome handed =
                feedback(NOON.plus(Duration.ofHours(3)), task.id(), "\"outcome\":\"handed-over\",\"to\":\"b2\"");

        assertThat(words(handed)).isEqualTo("not push: answerednot person: handed-over, person #1 to b2");
        assertThat(bank.state.planned()).hasSize(1);
        assertThat(bank.state.nextAnyPlan()).isEqualTo(CustomerState.NEVER);
    }

    @Test
    void ends_whenHandedOverToNobodyInParticular() {
        open();

        assertThat(words(feedback(NOON.plusSeconds(60), inflow(NOON).id(), "\"outcome\":\"handed-over\"")))
                .isEmpty();

        assertThat(bank.state.openActions()).isEmpty();
    }

    @Test
    void isNotHandedOver_onceItHasExpired() {
        open();

        Outcome late =
                feedback(NOON.plus(Duration.ofDays(5)), inflow(NOON).id(), "\"outcome\":\"handed-over\",\"to\":\"b2\"");

        assertThat(words(late)).isEmpty();
        assertThat(bank.state.openActions()).isEmpty();
        assertThat(bank.state.planned()).isEmpty();
    }

    @Test
    void teachesWhatWasLearned_asAReportOfThatTime() {
        open();
        String action = inflow(NOON).id();
        feedback(
                NOON.plusSeconds(60),
                action,
                "\"outcome\":\"done\",\"learned\":{\"birthDate\":\"1980-05-06\",\"language\":\"zh\",\"labels\":[\"abroad\"]}");

        // An older report of the master is about what was known before, a newer one about what is known since.
        bank.profile(NOON.plusSeconds(30), "{\"birthDate\":\"1981-01-01\",\"labels\":[\"payroll\",\"car\"]}");
        bank.profile(NOON.plusSeconds(90), "{\"language\":\"en\"}");

        assertThat(bank.state.profile().birthDate()).isEqualTo(LocalDate.of(1980, 5, 6));
        assertThat(bank.state.profile().language()).isEqualTo("en");
        assertThat(bank.state.labelsOn(LocalDate.of(2026, 3, 10))).containsExactly("abroad", "car", "payroll");
        assertThat(bank.state.profile().consents()).containsExactly("push", "person");
    }

    @Test
    void raisesTheNextMoment_whenAnOpportunityMovesOn() {
        files.with("moments/opportunity.drl", """
                rule "a proposal is out"
                when $f : Feedback( outcome.name() == "DONE", opportunity == "proposal" )
                then conclude.moment("inflow").with("amount", $f.opportunity()); end
                """);
        open();
        String action = inflow(NOON).id();

        assertThat(feedback(NOON.plusSeconds(50), action, "\"outcome\":\"opened\",\"opportunity\":\"proposal\"")
                        .issued())
                .isEmpty();
        Outcome next = feedback(NOON.plusSeconds(60), action, "\"outcome\":\"done\",\"opportunity\":\"proposal\"");

        assertThat(next.issued().get(0).task().offer()).isEqualTo("Half the fee on proposal");
    }

    @Test
    void isADeadLetter_whenTheActionIsUnknown() {
        open();

        Outcome unknown = feedback(NOON, "0123456789abcdef", "\"outcome\":\"done\",\"learned\":{\"labels\":[\"x\"]}");

        assertThat(unknown.status()).isEqualTo(Outcome.Status.REJECTED);
        assertThat(unknown.rejection().code()).isEqualTo(ErrorCode.UNKNOWN_ACTION);
        assertThat(unknown.rejection())
                .hasMessage("data.actionId: \"0123456789abcdef\" (expected: an action of this customer that is out, or"
                        + " ended at most 14 days ago)");
        assertThat(bank.state.lists()).isEmpty();
    }

    /** After a crash what was let out since the last checkpoint is decided again, and its feedback may come first. */
    @Test
    void isSkipped_whenTheActionMayHaveBeenForgotten() {
        open();

        Outcome early = feedback(NOON, "0123456789abcdef0123456789abcdef", "\"outcome\":\"done\"");

        assertThat(early.status()).isEqualTo(Outcome.Status.SKIPPED);
        assertThat(early.skipped()).isEqualTo("unknown-action");
        assertThat(early.changed()).isFalse();
    }

    @Test
    void isNoDeadLetter_whateverIsToldLateTwiceOrOutOfOrder() {
        files.with("strategies/greet-all.yaml", CARD.formatted("[person]") + "service: true\n");
        open();
        String action = inflow(NOON).id();
        int told = 0;
        for (String outcome : List.of("not-delivered", "not-delivered", "expired", "opened", "done", "refused")) {
            assertThat(feedback(NOON.plusSeconds(++told), action, "\"outcome\":\"" + outcome + "\"")
                            .status())
                    .isEqualTo(Outcome.Status.DECIDED);
        }
        Instant last = NOON.plus(Duration.ofDays(Ended.DAYS));
        // Others that end meanwhile make room of what is old, and not of what is not.
        feedback(last, inflow(last).id(), "\"outcome\":\"done\"");
        assertThat(feedback(last, action, "\"outcome\":\"done\"").status()).isEqualTo(Outcome.Status.DECIDED);

        Instant later = NOON.plus(Duration.ofDays(Ended.DAYS + 1));
        feedback(later, inflow(later).id(), "\"outcome\":\"done\"");

        assertThat(feedback(later, action, "\"outcome\":\"done\"").status()).isEqualTo(Outcome.Status.SKIPPED);
    }

    @Test
    void isNoDeadLetter_afterItWasCalledBackOrExpired() {
        open();
        String called = inflow(NOON).id();
        bank.click(NOON.plusSeconds(60), "goal", "view");
        String expired = inflow(NOON.plusSeconds(120)).id();

        Instant late = NOON.plus(Duration.ofDays(9));
        assertThat(feedback(late, called, "\"outcome\":\"done\"").status()).isEqualTo(Outcome.Status.DECIDED);
        assertThat(feedback(late, expired, "\"outcome\":\"done\"").status()).isEqualTo(Outcome.Status.DECIDED);
    }

    @Test
    void isNoDeadLetter_whenWhatEndedItWasToldVeryLate() {
        files.with("strategies/greet-all.yaml", CARD.formatted("[person]") + "service: true\n");
        open();
        feedback(NOON, inflow(NOON).id(), "\"outcome\":\"done\"");
        String action = inflow(NOON.plusSeconds(60)).id();
        feedback(NOON.minus(Duration.ofDays(20)), action, "\"outcome\":\"done\"");

        assertThat(feedback(NOON.plusSeconds(120), action, "\"outcome\":\"done\"")
                        .status())
                .isEqualTo(Outcome.Status.DECIDED);
    }

    @Test
    void isNotJudged_whileHistoryOfOthersIsRead() {
        open();

        Outcome history = bank.event(
                "h1",
                EventTypes.FEEDBACK,
                NOON,
                "{\"actionId\":\"theirs\",\"channel\":\"person\",\"outcome\":\"done\"}",
                Now.warmUp(NOON.plusSeconds(1), Now.EVENT_TIME));

        assertThat(history.status()).isEqualTo(Outcome.Status.DECIDED);
    }
}
