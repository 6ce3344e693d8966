package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an action after it has won: releases, steps, arrivals, fall-backs, and what calls it back. */
final class PursuitsTest {
    /** Tuesday, noon in Shanghai. */
    private static final Instant NOON = Bank.NOON;

    private static final String CONSENTS = "\"consents\":[\"push\",\"sms\",\"person\"],\"relationshipManager\":\"rm1\"";
    private final List<String> happened = new ArrayList<>();
    private String channels = """
            - { id: push, name: Push, person: false }
            - { id: sms, name: SMS, person: false, hours: { from: "09:00", until: "20:00" } }
            - { id: person, name: Person, person: true }
            - { id: tablet, name: Lobby tablet, person: false, arrival: [branch-ticket] }
            """;
    private Bank bank;

    @AfterEach
    void close() {
        bank.close();
    }

    private void open(String contacts, String ladder) {
        open(contacts, ladder, "0s");
    }

    private void open(String contacts, String ladder, String settle) {
        TestRelease release = new TestRelease()
                .with("policy.yaml", """
                        currency: { base: CNY, rates: { USD: 7.0 } }
                        tiers: [gold, plain]
                        stages: [fresh, settled]
                        contacts: %s
                        arbitration: { settle: %s }
                        """.formatted(contacts, settle))
                .with("catalog/channels.yaml", channels)
                .with("strategies/greet-plain.yaml", null)
                .with("strategies/greet-gold.yaml", null)
                .with("strategies/greet-all.yaml", """
                        id: greet-all
                        name: Test card
                        owner: test
                        moment: inflow
                        content: hello
                        priority: 50
                        ladder: %s
                        goal: { event: app.click.v1, where: { page: [goal] }, class: scale, within: 7d }
                        maxAge: 2h
                        expiresAfter: 1d
                        valid: { until: 2099-12-31 }
                        """.formatted(ladder));
        bank = new Bank(release.compile());
        note(bank.profile(NOON.minusSeconds(60), "{\"aum\":\"5000\",\"currency\":\"CNY\"," + CONSENTS + "}"));
    }

    private void note(Outcome outcome) {
        // The record alone must carry all that follows.
        byte[] bytes = CustomerStateCodec.bytes(bank.state);
        assertThat(CustomerStateCodec.bytes(CustomerStateCodec.state(bytes))).isEqualTo(bytes);
        outcome.cancelled().stream().map(PursuitsTest::words).forEach(happened::add);
        outcome.issued().stream().map(PursuitsTest::words).forEach(happened::add);
    }

    private static String words(ActionIssued action) {
        return action.channel() + " #" + action.attempt() + " "
                + (action.relationshipManager() == null ? "" : action.relationshipManager());
    }

    private static String words(ActionCancelled action) {
        return "not " + action.channel() + ": " + action.reason();
    }

    private static List<String> reasons(Outcome outcome) {
        return outcome.decisions().stream()
                .flatMap(decision -> decision.candidates().stream())
                .map(CandidateFate::reason)
                .toList();
    }

    private Outcome noted(Outcome outcome) {
        note(outcome);
        return outcome;
    }

    private String lastAction() {
        return bank.state.openActions().get(bank.state.openActions().size() - 1).id();
    }

    private Outcome feedback(Instant at, String action, String channel, String outcome) {
        return noted(bank.event(
                EventTypes.FEEDBACK,
                at,
                "{\"actionId\":\"" + action + "\",\"channel\":\"" + channel + "\",\"outcome\":\"" + outcome + "\"}"));
    }

    @Test
    void takesTheNextStep_whenTheOneBeforeWasNotOpened() {
        open("{ perDay: 2, perWeek: 9 }", "[push, { channel: person, after: 2h }]");
        note(bank.credit(NOON, "2000"));
        feedback(NOON.plusSeconds(60), lastAction(), "push", "delivered");
        note(bank.wake(NOON.plus(Duration.ofHours(2)).minusMillis(1)));
        assertThat(happened).containsExactly("push #0 rm1");

        note(bank.wake(NOON.plus(Duration.ofHours(2))));

        assertThat(happened).containsExactly("push #0 rm1", "person #0 rm1");
        assertThat(bank.state.contacts()).hasSize(2);
    }

    @Test
    void takesNoNextStep_whenTheOneBeforeWasOpened() {
        open("{ perDay: 2, perWeek: 9 }", "[push, { channel: person, after: 2h }]");
        note(bank.credit(NOON, "2000"));
        feedback(NOON.plusSeconds(60), lastAction(), "push", "clicked");
        feedback(NOON.plusSeconds(90), lastAction(), "push", "delivered");

        assertThat(reasons(noted(bank.wake(NOON.plus(Duration.ofHours(2)))))).containsExactly("step-not-needed");

        assertThat(happened).containsExactly("push #0 rm1");
    }

    @Test
    void countsTheNextStep_asAContactLikeAnyOther() {
        open("{ perDay: 1, perWeek: 9 }", "[push, { channel: person, after: 2h }]");
        note(bank.credit(NOON, "2000"));

        assertThat(reasons(noted(bank.wake(NOON.plus(Duration.ofHours(2)))))).containsExactly("day-cap");

        assertThat(happened).containsExactly("push #0 rm1");
    }

    @Test
    void waitsForTheEndOfQuietHours_andCountsOnTheDayItLeaves() {
        open("{ perDay: 1, perWeek: 9, quietHours: { from: \"21:00\", until: \"08:00\" } }", "[push]");
        Instant night = NOON.plus(Duration.ofHours(10));
        Outcome first = noted(bank.credit(night, "2000"));
        assertThat(reasons(first)).containsExactly("quiet-hours");
        assertThat(first.decisions().get(0).candidates().get(0).fate()).isEqualTo("deferred");
        assertThat(reasons(noted(bank.credit(night.plusSeconds(60), "2000")))).containsExactly("day-cap");
        assertThat(happened).isEmpty();

        Instant morning = NOON.plus(Duration.ofHours(20));
        note(bank.wake(morning));

        assertThat(happened).containsExactly("push #0 rm1");
        assertThat(bank.state.contacts()).hasSize(1);
        assertThat(reasons(noted(bank.credit(morning.plusSeconds(60), "2000")))).containsExactly("day-cap");
    }

    @Test
    void waitsForTheEndOfAHoliday() {
        open("{ perDay: 1, perWeek: 9, holidays: quiet }", "[push]");
        Instant sunday = NOON.plus(Duration.ofDays(5));
        assertThat(reasons(noted(bank.credit(sunday, "2000")))).containsExactly("holiday");
        assertThat(happened).isEmpty();

        note(bank.wake(sunday.plus(Duration.ofHours(12))));

        assertThat(happened).containsExactly("push #0 rm1");
    }

    @Test
    void judgesAnew_whatWaited() {
        open("{ perDay: 1, perWeek: 9, quietHours: { from: \"21:00\", until: \"08:00\" } }", "[push]");
        Instant night = NOON.plus(Duration.ofHours(10));
        note(bank.credit(night, "2000"));
        note(bank.profile(night.plusSeconds(60), "{\"blocks\":[\"bereavement\"]}"));

        assertThat(reasons(noted(bank.wake(NOON.plus(Duration.ofHours(20)))))).containsExactly("blocked");

        assertThat(happened).isEmpty();
        assertThat(bank.state.contacts()).isEmpty();
    }

    @Test
    void waitsForAChannelToOpen() {
        open("{ perDay: 1, perWeek: 9 }", "[sms]");
        assertThat(reasons(noted(bank.credit(NOON.plus(Duration.ofHours(9)), "2000"))))
                .containsExactly("channel-closed");

        note(bank.wake(NOON.plus(Duration.ofHours(21))));

        assertThat(happened).containsExactly("sms #0 rm1");
    }

    @Test
    void bringsWhatWaited_toWhereTheCustomerArrives() {
        open("{ perDay: 1, perWeek: 9 }", "[sms, tablet]");
        note(bank.credit(NOON.plus(Duration.ofHours(18)), "2000"));
        assertThat(happened).isEmpty();

        note(bank.event(
                EventTypes.SERVICE_CONTACT,
                NOON.plus(Duration.ofHours(19)),
                "{\"kind\":\"branch-ticket\",\"branch\":\"b1\"}"));
        note(bank.wake(NOON.plus(Duration.ofHours(30))));

        assertThat(happened).containsExactly("tablet #1 rm1");
        assertThat(bank.state.contacts()).hasSize(1);
    }

    @Test
    void bringsWhatIsOutAndNotOpened_toWhereTheCustomerArrives() {
        open("{ perDay: 2, perWeek: 9 }", "[push, tablet]");
        note(bank.credit(NOON, "2000"));

        note(bank.event(
                EventTypes.SERVICE_CONTACT, NOON.plusSeconds(60), "{\"kind\":\"branch-ticket\",\"branch\":\"b1\"}"));

        assertThat(happened).containsExactly("push #0 rm1", "not push: arrived-elsewhere", "tablet #1 rm1");
    }

    /** Of a channel that says what it delivers. */
    private void openWithReports(String contacts) {
        channels = channels.replace("id: push, ", "id: push, feedback: [delivered, opened], ");
        open(contacts, "[push, tablet]");
        note(bank.credit(NOON, "2000"));
    }

    private Outcome takesTicket(Instant at, String branch) {
        return noted(bank.event(
                EventTypes.SERVICE_CONTACT, at, "{\"kind\":\"branch-ticket\",\"branch\":\"" + branch + "\"}"));
    }

    @Test
    void movesAContactThatNobodyHasMadeYet_withItsAction() {
        openWithReports("{ perDay: 1, perWeek: 9, minGap: 1h }");

        takesTicket(NOON.plusSeconds(60), "b9");

        assertThat(happened).containsExactly("push #0 rm1", "not push: arrived-elsewhere", "tablet #1 rm1");
        assertThat(bank.state.contacts()).extracting("channel").containsExactly("tablet");
        assertThat(reasons(noted(bank.credit(NOON.plus(Duration.ofHours(2)), "2000"))))
                .containsExactly("day-cap");
    }

    @Test
    void countsAContactThatWasMade_whereverTheCustomerTurnsUp() {
        openWithReports("{ perDay: 1, perWeek: 9 }");
        feedback(NOON.plusSeconds(30), lastAction(), "push", "delivered");
        List<?> before = List.copyOf(bank.state.contacts());

        takesTicket(NOON.plusSeconds(60), "b9");

        assertThat(happened).containsExactly("push #0 rm1");
        assertThat(bank.state.contacts()).isEqualTo(before);
    }

    @Test
    void leavesAContactAsItWas_whenItsActionCannotBeMoved() {
        openWithReports("{ perDay: 9, perWeek: 9, caps: [{ most: 1, per: day, channel: tablet }] }");
        takesTicket(NOON.plusSeconds(60), "b9");
        note(bank.credit(NOON.plusSeconds(120), "2000"));
        List<?> before = List.copyOf(bank.state.contacts());

        takesTicket(NOON.plusSeconds(180), "b9");

        assertThat(happened)
                .containsExactly("push #0 rm1", "not push: arrived-elsewhere", "tablet #1 rm1", "push #0 rm1");
        assertThat(bank.state.contacts()).isEqualTo(before);
    }

    @Test
    void goesToTheBranchInWhichTheCustomerIs() {
        openWithReports("{ perDay: 1, perWeek: 9 }");
        note(bank.profile(NOON.plusSeconds(30), "{\"branch\":\"b1\"}"));

        Outcome arrived = takesTicket(NOON.plusSeconds(60), "b9");

        assertThat(arrived.issued()).extracting(ActionIssued::branch).containsExactly("b9");
    }

    @Test
    void leavesWhatIsOpen_whereItIs() {
        open("{ perDay: 2, perWeek: 9 }", "[push, tablet]");
        note(bank.credit(NOON, "2000"));
        feedback(NOON.plusSeconds(30), lastAction(), "push", "opened");

        note(bank.event(
                EventTypes.SERVICE_CONTACT, NOON.plusSeconds(60), "{\"kind\":\"branch-ticket\",\"branch\":\"b1\"}"));

        assertThat(happened).containsExactly("push #0 rm1");
    }

    @Test
    void takesTheNextChannel_whenOneCouldNotDeliver_andGivesItsContactBack() {
        open("{ perDay: 1, perWeek: 9 }", "[push, sms]");
        note(bank.credit(NOON, "2000"));
        String push = lastAction();

        feedback(NOON.plusSeconds(30), push, "push", "not-delivered");
        feedback(NOON.plusSeconds(31), push, "push", "not-delivered");

        assertThat(happened).containsExactly("push #0 rm1", "sms #0 rm1");
        assertThat(bank.state.contacts()).hasSize(1);
    }

    @Test
    void takesThePreferredChannelFirst_andSaysSo() {
        open("{ perDay: 1, perWeek: 9 }", "[push, sms, { channel: person, after: 2h }]");
        note(bank.profile(NOON, "{\"preferredChannel\":\"sms\"}"));

        Outcome outcome = noted(bank.credit(NOON, "2000"));

        assertThat(happened).containsExactly("sms #0 rm1");
        assertThat(outcome.decisions().get(0).candidates().get(0).detail()).isEqualTo("the customer prefers sms");
        assertThat(outcome.issued().get(0).reasons()).contains("prefers sms");

        feedback(NOON.plusSeconds(30), lastAction(), "sms", "not-delivered");

        assertThat(happened).containsExactly("sms #0 rm1", "push #0 rm1");
    }

    @Test
    void skipsNoWait_forAPreferredChannel() {
        open("{ perDay: 2, perWeek: 9 }", "[push, sms, { channel: person, after: 2h }]");
        note(bank.profile(NOON, "{\"preferredChannel\":\"person\"}"));

        assertThat(noted(bank.credit(NOON, "2000"))
                        .decisions()
                        .get(0)
                        .candidates()
                        .get(0)
                        .detail())
                .isNull();

        assertThat(happened).containsExactly("push #0 rm1");
    }

    @Test
    void prefersTheChannelSaidLast_andNoneThatMayNotBeUsed() {
        open("{ perDay: 9, perWeek: 9 }", "[push, sms]");
        note(bank.profile(NOON, "{\"preferredChannel\":\"sms\",\"consents\":[\"push\"]}"));
        note(bank.credit(NOON, "2000"));
        note(bank.profile(NOON.plusSeconds(10), "{\"consents\":[\"push\",\"sms\"]}"));
        note(bank.credit(NOON.plusSeconds(20), "2000"));
        note(bank.profile(NOON.plusSeconds(30), "{\"preferredChannel\":\"none\"}"));
        note(bank.profile(NOON.plusSeconds(25), "{\"preferredChannel\":\"sms\"}"));
        note(bank.credit(NOON.plusSeconds(40), "2000"));

        assertThat(happened).containsExactly("push #0 rm1", "sms #0 rm1", "push #0 rm1");
    }

    @Test
    void takesTheNextChannel_whateverTheOneThatFailedCallsItself() {
        open("{ perDay: 1, perWeek: 9 }", "[push, sms]");
        note(bank.credit(NOON, "2000"));

        Outcome outcome = feedback(NOON.plusSeconds(30), lastAction(), "fax", "not-delivered");

        assertThat(outcome.status()).isEqualTo(Outcome.Status.DECIDED);
        assertThat(happened).containsExactly("push #0 rm1", "sms #0 rm1");
    }

    @Test
    void takesNoChannelTwice_whenAllHaveFailed() {
        open("{ perDay: 1, perWeek: 9 }", "[push, sms]");
        note(bank.credit(NOON, "2000"));

        feedback(NOON.plusSeconds(30), lastAction(), "push", "not-delivered");
        feedback(NOON.plusSeconds(60), lastAction(), "push", "not-delivered");

        assertThat(happened).containsExactly("push #0 rm1", "sms #0 rm1");
        assertThat(bank.state.planned()).isEmpty();
        assertThat(bank.state.contacts()).isEmpty();
    }

    @Test
    void takesAChannelBeforeTheOneThatFailed_whenItCanBeUsedByThen() {
        open("{ perDay: 1, perWeek: 9 }", "[sms, push, person]");
        note(bank.profile(NOON, "{\"consents\":[\"push\"]}"));
        note(bank.credit(NOON, "2000"));
        note(bank.profile(NOON.plusSeconds(10), "{\"consents\":[\"push\",\"sms\",\"person\"]}"));

        feedback(NOON.plusSeconds(30), lastAction(), "push", "not-delivered");
        feedback(NOON.plusSeconds(60), lastAction(), "sms", "not-delivered");
        feedback(NOON.plusSeconds(90), lastAction(), "person", "not-delivered");

        assertThat(happened).containsExactly("push #0 rm1", "sms #0 rm1", "person #0 rm1");
    }

    @Test
    void callsBack_whenTheGoalIsMet() {
        open("{ perDay: 2, perWeek: 9 }", "[push, { channel: person, after: 2h }]");
        note(bank.credit(NOON, "2000"));

        note(bank.click(NOON.plusSeconds(60), "goal", "view"));
        note(bank.wake(NOON.plus(Duration.ofHours(3))));

        assertThat(happened).containsExactly("push #0 rm1", "not push: goal-met");
        assertThat(bank.state.planned()).isEmpty();
    }

    @Test
    void callsBack_whenConsentIsWithdrawn() {
        open("{ perDay: 2, perWeek: 9 }", "[push]");
        note(bank.credit(NOON, "2000"));

        note(bank.profile(NOON.plusSeconds(60), "{\"consents\":[\"sms\"]}"));

        assertThat(happened).containsExactly("push #0 rm1", "not push: consent-withdrawn");
    }

    @Test
    void restsAStrategy_thatWasRefused_andEndsItsLadder() {
        open("{ perDay: 5, perWeek: 9, coolDown: { refused: 3d } }", "[push, { channel: person, after: 2h }]");
        note(bank.credit(NOON, "2000"));
        feedback(NOON.plusSeconds(60), lastAction(), "push", "refused");
        note(bank.wake(NOON.plus(Duration.ofHours(3))));

        assertThat(reasons(noted(bank.credit(NOON.plus(Duration.ofHours(4)), "2000"))))
                .containsExactly("cool-down");
        note(bank.credit(NOON.plus(Duration.ofDays(4)), "2000"));

        assertThat(happened).containsExactly("push #0 rm1", "push #0 rm1");
    }

    @Test
    void sendsTasksToTheSuccessor_whenTheManagerChanges_asTheSameContact() {
        open("{ perDay: 1, perWeek: 9 }", "[person]");
        note(bank.credit(NOON, "2000"));

        note(bank.profile(NOON.plusSeconds(60), "{\"relationshipManager\":\"rm2\"}"));
        note(bank.profile(NOON.plusSeconds(90), "{\"relationshipManager\":\"rm2\"}"));

        assertThat(happened).containsExactly("person #0 rm1", "not person: readdressed", "person #1 rm2");
        assertThat(bank.state.contacts()).hasSize(1);
    }

    @Test
    void dropsWhatExpiredWhileItWaited() {
        open("{ perDay: 1, perWeek: 9, quietHours: { from: \"21:00\", until: \"08:00\" } }", "[push]");
        note(bank.credit(NOON.plus(Duration.ofHours(10)), "2000"));

        Outcome late = noted(bank.event(
                "late",
                EventTypes.APP_CLICK,
                NOON.plus(Duration.ofDays(3)),
                "{\"page\":\"x\",\"action\":\"view\"}",
                time -> NOON.plus(Duration.ofDays(3))));

        assertThat(reasons(late)).containsExactly("expired");
        assertThat(happened).isEmpty();
        assertThat(bank.state.contacts()).isEmpty();
    }

    @Test
    void judgesABurstTogether_whenItHasSettled() {
        open("{ perDay: 5, perWeek: 9 }", "[push]", "3s");
        Outcome first = noted(bank.credit(NOON, "2000"));
        Outcome second = noted(bank.credit(NOON.plusSeconds(2), "3000"));
        assertThat(reasons(first)).containsExactly("settling");
        assertThat(reasons(second)).containsExactly("settling");
        assertThat(happened).isEmpty();

        note(bank.wake(NOON.plusSeconds(3)));

        assertThat(happened).containsExactly("push #0 rm1");
        assertThat(bank.state.openActions().get(0).instance()).isEqualTo("/test/e1");
        assertThat(bank.state.planned()).noneMatch(planned -> planned.dueAt() != Long.MAX_VALUE);
    }
}
