package io.motengine.engine.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Bank;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import io.motengine.engine.release.Release;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.event.EventTypes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeclaredEventsTest {
    private static final String BLOCKED = "bank.card.blocked.v1";
    private static final String ORDERED = "bank.card.ordered.v1";

    private static final TestRelease CARDS = new TestRelease()
            .with("strategies/form-help.yaml", null)
            .with("events/cards.drl", """
                    // Cards: what the card system tells.
                    declare CardBlocked @event("bank.card.blocked.v1")
                        cardId : String
                        amount : Money
                        attempts : int
                        terminal : long
                        abroad : boolean
                        validUntil : LocalDate
                    end

                    declare CardOrdered
                        @event("bank.card.ordered.v1")
                        cardId : String
                    end
                    """)
            .with("features.yaml", """
                    - { id: inflow7d, event: bank.transaction.posted.v1, where: { direction: [credit] }, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                    - { id: clicks1d, event: app.click.v1, aggregate: count, window: 1d, bucket: 1h }
                    - { id: blocked7d, event: bank.card.blocked.v1, where: { abroad: ["true"], attempts: { atLeast: 3 } }, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                    """)
            .with("patterns.yaml", """
                    - id: blocked-and-no-new-card
                      steps: [ { event: bank.card.blocked.v1 } ]
                      unless: { event: bank.card.ordered.v1 }
                      within: 2d
                      by: cardId
                      limit: 2
                    """)
            .with("moments/form.drl", null)
            .with("moments/cards.drl", """
                    rule "a card was blocked abroad"
                    when
                        $c : CardBlocked( abroad, attempts >= 3, amount != null, amount.atLeast(100), terminal > 9000000000 )
                        Features( blocked7d.atLeast(100) )
                    then conclude.moment("blocked").about($c.getCardId()).with("amount", $c.getAmount()); end

                    rule "no new card after a block"
                    when $p : CompletedPattern( name == "blocked-and-no-new-card" )
                    then conclude.moment("no-card").about($p.subject()); end

                    rule "a block that names no terminal"
                    when CardBlocked( terminal == null, validUntil == null )
                    then conclude.moment("no-terminal"); end
                    """);

    private static final Release RELEASE = CARDS.compile();

    private final Bank bank = new Bank(RELEASE);

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void decidesUponADeclaredType_withRuleAndFeature() {
        Outcome outcome = blocked("k1", "20.00", "USD", true);

        assertThat(outcome.decisions().get(0).features()).containsEntry("blocked7d", "140.00 CNY (since 2026-03-10)");
        assertThat(outcome.decisions().get(0).quarantined()).isEmpty();
        assertThat(outcome.decisions().get(0).moments())
                .extracting(MomentRaised::moment, MomentRaised::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("blocked", "k1"));
    }

    @Test
    void filtersOverDeclaredMembers() {
        blocked("k1", "500.00", "CNY", false);

        Outcome outcome = blocked("k1", "120.00", "CNY", true);

        assertThat(outcome.decisions().get(0).features()).containsEntry("blocked7d", "120.00 CNY (since 2026-03-10)");
    }

    @Test
    void completesAPattern_ofDeclaredTypes_byADeclaredMember() {
        blocked("k1", "500.00", "CNY", false);
        blocked("k2", "500.00", "CNY", false);
        bank.event(ORDERED, Bank.NOON.plusSeconds(60), "{\"cardId\":\"k1\"}");

        Outcome outcome = bank.wake(Bank.NOON.plus(Duration.ofDays(2)));

        assertThat(outcome.decisions())
                .flatExtracting(decision -> decision.moments())
                .extracting(MomentRaised::moment, MomentRaised::subject)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("no-card", "k2"));
    }

    @Test
    void seesWhatWasNotSent_asNull() {
        Outcome outcome = bank.event(BLOCKED, Bank.NOON, "{\"unknown\":{\"x\":1}}");

        assertThat(outcome.decisions().get(0).quarantined()).isEmpty();
        assertThat(outcome.decisions().get(0).moments())
                .extracting(MomentRaised::moment)
                .containsExactly("no-terminal");
    }

    @Test
    void leavesTimeAlone() {
        bank.click(Bank.NOON, "home", "view");

        Outcome old = bank.event(BLOCKED, Bank.NOON.minus(Duration.ofDays(3)), "{}");

        assertThat(old.status()).isEqualTo(Outcome.Status.DECIDED);
        assertThat(old.late()).isFalse();
    }

    @Test
    void rejectsABrokenBody_inTheWordsOfTheContract() {
        assertRejected(
                bank.event(BLOCKED, Bank.NOON, "{\"attempts\":\"three\"}"),
                ErrorCode.WRONG_TYPE,
                "data.attempts: \"three\" (expected: a whole number)");
        assertRejected(
                bank.event(BLOCKED, Bank.NOON, "{\"amount\":\"1\",\"currency\":\"JPY\"}"),
                ErrorCode.RATE_MISSING,
                "data.currency: JPY (expected: CNY or a currency with a rate in policy.yaml: [USD])");
    }

    @Test
    void rejectsATypeThatOnlyTheEngineRaises() {
        assertRejected(
                bank.event(EventTypes.STAGE_CHANGED, Bank.NOON, "{\"from\":\"a\",\"to\":\"b\"}"),
                ErrorCode.BAD_VALUE,
                "type: \"mot.stage.changed.v1\" (expected: a type that is sent, not raised inside)");
    }

    @Test
    void listensToWhatIsUsed_andKnowsWhatIsDeclared() {
        assertThat(RELEASE.listensTo(BLOCKED)).isTrue();
        assertThat(RELEASE.listensTo(ORDERED)).isTrue();
        assertThat(RELEASE.events().isDeclared(BLOCKED)).isTrue();
        assertThat(RELEASE.events().isDeclared(EventTypes.APP_CLICK)).isFalse();
        assertThat(RELEASE.events().types()).contains(BLOCKED, EventTypes.STAGE_CHANGED, EventTypes.CUSTOMER_LISTED);
        assertThat(RELEASE.events().factOf(EventTypes.MERGE_HANDED_OVER)).isNull();
        assertThat(new TestRelease()
                        .with("events/cards.drl", "declare CardLost @event(\"bank.card.lost.v1\") cardId : String end")
                        .compile()
                        .listensTo("bank.card.lost.v1"))
                .isFalse();
    }

    @Test
    void keepsTheDeclaredClassesOfTwoReleasesApart() throws BadEventException {
        Release other = new TestRelease()
                .with("events/cards.drl", "declare CardBlocked @event(\"bank.card.blocked.v1\") reason : String end")
                .with("moments/cards.drl", """
                        rule "blocked for a reason"
                        when CardBlocked( reason == "stolen" )
                        then conclude.moment("stolen"); end
                        """)
                .compile();

        try (Bank second = new Bank(other)) {
            Outcome outcome = second.event(BLOCKED, Bank.NOON, "{\"reason\":\"stolen\"}");

            assertThat(outcome.decisions().get(0).moments())
                    .extracting(MomentRaised::moment)
                    .containsExactly("stolen");
        }
        assertThat(other.events().factOf(BLOCKED)).isNotSameAs(RELEASE.events().factOf(BLOCKED));
        assertThat(EventMember.names(RELEASE.events().factOf(BLOCKED)))
                .isEqualTo(List.of("cardId", "amount", "attempts", "terminal", "abroad", "validUntil"));
    }

    @Test
    void compilesRulesOverTheContractsNewTypes() {
        new TestRelease().with("moments/contract.drl", """
                        rule "stage moved"
                        when StageMoved( from == "fresh", to == "settled" )
                        then conclude.moment("moved"); end
                        rule "on a list"
                        when CustomerListed( label == "vip", listed )
                        then conclude.moment("listed"); end
                        rule "the owner's moment"
                        when LinkedMoment( moment == "wealth", relation == "owner" )
                        then conclude.moment("linked"); end
                        """).compile();
    }

    private Outcome blocked(String card, String amount, String currency, boolean abroad) {
        return bank.event(
                BLOCKED,
                Bank.NOON,
                "{\"cardId\":\"" + card + "\",\"attempts\":3,\"terminal\":9007199254740993,\"abroad\":" + abroad
                        + ",\"amount\":\"" + amount + "\",\"currency\":\"" + currency
                        + "\",\"validUntil\":\"2027-12-31\"}");
    }

    private static void assertRejected(Outcome outcome, ErrorCode code, String message) {
        assertThat(outcome.status()).isEqualTo(Outcome.Status.REJECTED);
        assertThat(outcome.rejection()).hasMessage(message);
        assertThat(outcome.rejection().code()).isEqualTo(code);
    }
}
