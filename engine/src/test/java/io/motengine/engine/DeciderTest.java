package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeciderTest {
    private static final Release RELEASE = new TestRelease().compile();
    private static final Instant NOON = Bank.NOON;

    private final Bank bank = new Bank(RELEASE);

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void chainsSegmentStageMomentAndCandidate_inOneEvaluation() {
        bank.profile(NOON, "{\"consents\":[\"push\"]}");
        Outcome rich = bank.profile(NOON, "{\"aum\":\"200000\",\"currency\":\"CNY\"}");
        assertThat(rich.decisions().get(0).tier()).isEqualTo("gold");
        assertThat(rich.decisions().get(0).stage()).isEqualTo("settled");
        assertThat(rich.decisions().get(0).stageBefore()).isEqualTo("fresh");

        Outcome outcome = bank.credit(NOON, "2000.00");

        assertThat(outcome.issued()).extracting(ActionIssued::strategy).containsExactly("greet-gold");
    }

    @Test
    void issuesOneAction_andSaysWhyTheOthersLost() {
        bank.profile(NOON, 5_000);

        Outcome outcome = bank.credit(NOON.plusSeconds(1), "2000.00");

        ActionIssued action = outcome.issued().get(0);
        assertThat(action.content().body()).isEqualTo("Hello 2000.00 CNY");
        assertThat(action.content().script()).as("a push shows no script").isNull();
        assertThat(action.momentInstance()).isEqualTo("/test/e1");
        assertThat(action.expiresAt()).isEqualTo(action.time().plus(Duration.ofDays(1)));
        DecisionRecord decision = outcome.decisions().get(0);
        assertThat(decision.candidates())
                .extracting(CandidateFate::strategy)
                .containsExactly("greet-plain", "greet-all");
        assertThat(decision.candidates()).extracting(CandidateFate::fate).containsExactly("issued", "dropped");
        assertThat(decision.candidates().get(0).actionId()).isEqualTo(action.id());
        assertThat(decision.candidates().get(1).layer()).isEqualTo("arbitration");
        assertThat(decision.candidates().get(1).reason()).isEqualTo("outranked");
        assertThat(decision.features())
                .containsEntry("inflow7d", "2000.00 CNY (since 2026-03-10)")
                .containsEntry("clicks1d", "0 (since 2026-03-10)");
    }

    @Test
    void decidesNothing_whenTheEventWasSeenBefore() {
        bank.profile(NOON, 5_000);
        String data = "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"2000\",\"currency\":\"CNY\"}";
        bank.event("same", EventTypes.TRANSACTION_POSTED, NOON, data, Now.EVENT_TIME);
        long sequence = bank.state.sequence();

        Outcome again = bank.event("same", EventTypes.TRANSACTION_POSTED, NOON, data, Now.EVENT_TIME);

        assertThat(again.status()).isEqualTo(Outcome.Status.DUPLICATE);
        assertThat(again.changed()).isFalse();
        assertThat(again.decisions()).isEmpty();
        assertThat(bank.state.sequence()).isEqualTo(sequence);
    }

    @Test
    void forgetsAnEvent_whenTheDedupeHorizonHasPassed() {
        bank.event("same", EventTypes.APP_CLICK, NOON, "{\"page\":\"p\",\"action\":\"view\"}", Now.EVENT_TIME);
        bank.click(NOON.plus(Duration.ofHours(25)), "home", "view");

        Outcome again = bank.event(
                "same",
                EventTypes.APP_CLICK,
                NOON.plus(Duration.ofHours(25)),
                "{\"page\":\"p\",\"action\":\"view\"}",
                Now.EVENT_TIME);

        assertThat(again.status()).isEqualTo(Outcome.Status.DECIDED);
    }

    @Test
    void decidesALateEvent_withinTheAllowance_andRejectsOneBeyond() {
        bank.click(NOON, "home", "view");

        Outcome late = bank.credit(NOON.minus(Duration.ofHours(6)), "10");
        Outcome tooLate = bank.credit(NOON.minus(Duration.ofHours(6)).minusMillis(1), "10");

        assertThat(late.status()).isEqualTo(Outcome.Status.DECIDED);
        assertThat(late.late()).isTrue();
        assertThat(tooLate.status()).isEqualTo(Outcome.Status.REJECTED);
        assertThat(tooLate.rejection().code()).isEqualTo(ErrorCode.TOO_LATE);
        assertThat(tooLate.changed()).isFalse();
    }

    @Test
    void rejectsAnEventFromTheFuture_againstTheWallClock() {
        Outcome outcome = bank.event(
                "f",
                EventTypes.APP_CLICK,
                NOON.plus(Duration.ofMinutes(11)),
                "{\"page\":\"p\",\"action\":\"view\"}",
                Now.wall(NOON));

        assertThat(outcome.rejection().code()).isEqualTo(ErrorCode.TIME_IN_FUTURE);
    }

    @Test
    void comparesMoneyInTheBaseCurrency_andRejectsACurrencyWithoutRate() {
        bank.profile(NOON, 5_000);

        assertThat(bank.credit(NOON, "142", "USD").issued()).as("994 CNY").isEmpty();
        assertThat(bank.credit(NOON, "143", "USD").issued()).as("1,001 CNY").hasSize(1);
        Outcome yen = bank.credit(NOON, "100", "JPY");
        assertThat(yen.rejection().code()).isEqualTo(ErrorCode.RATE_MISSING);
        assertThat(yen.rejection())
                .hasMessage("data.currency: JPY (expected: CNY or a currency with a rate in policy.yaml: [USD])");
    }

    @Test
    void raisesAnAbsence_atItsDeadline_beforeTheEventThatComesLater() {
        bank.profile(NOON, 5_000);
        bank.click(NOON, "form", "start");
        assertThat(bank.state.nextDue())
                .isEqualTo(NOON.plus(Duration.ofMinutes(10)).toEpochMilli());

        Outcome outcome = bank.credit(NOON.plus(Duration.ofMinutes(10)), "2000");

        assertThat(outcome.decisions()).hasSize(2);
        DecisionRecord due = outcome.decisions().get(0);
        assertThat(due.cause().kind()).isEqualTo("due");
        assertThat(due.cause().time()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(due.moments()).containsExactly(new MomentRaised("form-left", "form-left//test/e1#p1", "p1"));
        assertThat(outcome.issued()).extracting(ActionIssued::strategy).containsExactly("form-help");
        assertThat(outcome.decisions().get(1).candidates().get(0).reason()).isEqualTo("day-cap");
    }

    @Test
    void raisesNoAbsence_whenTheFormWasSubmittedInTime() {
        bank.click(NOON, "form", "start");
        bank.click(NOON.plus(Duration.ofMinutes(9)), "form", "submit");

        assertThat(bank.wake(NOON.plus(Duration.ofHours(1))).decisions()).isEmpty();
    }

    @Test
    void wakesForAMaturity_onItsDay_once() {
        bank.profile(NOON, 5_000);
        bank.event(
                EventTypes.HOLDING_UPDATED,
                NOON,
                "{\"holdingId\":\"h\",\"productId\":\"p\",\"family\":\"wealth\",\"amount\":\"1\",\"currency\":\"CNY\",\"maturesOn\":\"2026-03-20\",\"status\":\"active\"}");
        Instant tick = Instant.parse("2026-03-17T00:00:00Z");
        assertThat(bank.state.nextDue()).isEqualTo(tick.toEpochMilli());

        assertThat(bank.wake(tick.minusMillis(1)).decisions()).isEmpty();
        assertThat(bank.wake(tick).issued()).extracting(ActionIssued::strategy).containsExactly("renew");
        assertThat(bank.wake(tick.plus(Duration.ofDays(30))).issued()).isEmpty();
    }

    @Test
    void recordsButDoesNotIssue_whenTheMomentIsOld() {
        bank.profile(NOON, 5_000);

        Outcome outcome = bank.event(
                "old",
                EventTypes.TRANSACTION_POSTED,
                NOON,
                "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"2000\",\"currency\":\"CNY\"}",
                Now.wall(NOON.plus(Duration.ofHours(3))));

        assertThat(outcome.issued()).isEmpty();
        assertThat(outcome.decisions().get(0).candidates())
                .extracting(CandidateFate::reason)
                .containsOnly("too-old");
    }

    @Test
    void looksAtTheCustomerAsOfToday_whenAReportComesLate() {
        bank.profile(NOON, 5_000);
        bank.credit(NOON, "700");
        bank.click(NOON.plus(Duration.ofDays(30)), "home", "view");

        Outcome late = bank.profile(NOON.plusSeconds(1), 200_000);

        assertThat(late.decisions().get(0).features()).as("30 days on").containsEntry("inflow7d", "0.00 CNY");
        assertThat(bank.state.stageSince())
                .isEqualTo(NOON.plus(Duration.ofDays(30)).toEpochMilli());
    }

    @Test
    void givesTheContactBack_whenTheChannelCouldNotDeliver() {
        bank.profile(NOON, 5_000);
        String action = bank.credit(NOON, "2000").issued().get(0).id();
        assertThat(bank.credit(NOON.plusSeconds(1), "2000").issued()).isEmpty();

        bank.event(
                EventTypes.FEEDBACK,
                NOON.plusSeconds(2),
                "{\"actionId\":\"" + action + "\",\"channel\":\"push\",\"outcome\":\"not-delivered\"}");

        assertThat(bank.credit(NOON.plusSeconds(3), "2000").issued()).hasSize(1);
    }

    @Test
    void givesTheSameIds_forTheSameInputs() {
        bank.profile(NOON, 5_000);
        Outcome first = bank.credit(NOON, "2000");
        try (Bank twin = new Bank(new TestRelease().compile())) {
            twin.profile(NOON, 5_000);

            assertThat(twin.credit(NOON, "2000")).isEqualTo(first);
        }
        assertThat(first.issued().get(0).id()).isEqualTo("0a874cac5a429017f629c946d4d86b78");
    }
}
