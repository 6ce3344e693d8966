package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Bank;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events enter a rule session: those that open a rule of which only a session knows whether, or how often, it fires. */
final class SiftingTest {
    private static final String HOLDING =
            "{\"holdingId\":\"%s\",\"productId\":\"p\",\"family\":\"wealth\",\"status\":\"active\"}";

    @Test
    void entersNoSession_whenNoMomentIsRaised() {
        try (Life life = new Life(new TestRelease())) {
            Outcome outcome = life.transaction("1.00");

            assertThat(outcome.decisions().get(0).stage()).isEqualTo("fresh");
            assertThat(outcome.decisions().get(0).tier()).isEqualTo("plain");
            assertThat(life.sessions()).isZero();
        }
    }

    @Test
    void entersNoSession_whenRulesOfOneFactEachRaiseAMomentAndPropose() {
        try (Life life = new Life(new TestRelease())) {
            Outcome outcome = life.transaction("2000.00");

            assertThat(moments(outcome)).containsExactly("inflow");
            assertThat(outcome.decisions().get(0).candidates()).hasSize(2);
            assertThat(life.sessions()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accumulate( Holding( $m : daysToMaturity ); $sum : sum($m); $sum == null || $sum < 1 )",
                "forall( Holding( amount.atLeast(100) ) )",
                "(AppClick( page == \"home\" ) or TransactionPosted( amount.atLeast(100) ))",
                "not( Holding( $f : family ) and Holding( family != $f ) )",
            })
    void entersASession_whenTheTransactionOpensARuleWith(String condition) {
        TestRelease release = new TestRelease().with("moments/special.drl", """
                rule "special"
                when
                    TransactionPosted( credit )
                    %s
                then
                    conclude.moment("special");
                end
                """.formatted(condition));
        try (Life life = new Life(release)) {
            assertThat(moments(life.transaction("500.00"))).containsExactly("special");
            assertThat(life.sessions()).isEqualTo(1);

            assertThat(life.take(EventTypes.APP_CLICK, "{\"page\":\"other\",\"action\":\"view\"}")
                            .decisions())
                    .isEmpty();
            assertThat(life.sessions()).isEqualTo(1);
        }
    }

    @Test
    void entersASession_whenARuleFiresForSeveralFacts() {
        TestRelease release = new TestRelease().with("moments/each.drl", """
                rule "each product"
                when
                    TransactionPosted( credit )
                    $h : Holding( family == "wealth" )
                then
                    conclude.moment("each").about($h.id());
                end
                """);
        try (Life life = new Life(release)) {
            life.take(EventTypes.HOLDING_UPDATED, HOLDING.formatted("one"));
            assertThat(moments(life.transaction("1.00"))).containsExactly("each");
            assertThat(life.sessions()).isZero();

            life.take(EventTypes.HOLDING_UPDATED, HOLDING.formatted("two"));
            assertThat(moments(life.transaction("1.00"))).containsExactly("each", "each");
            assertThat(life.sessions()).isEqualTo(1);
        }
    }

    @Test
    void entersNoSession_whenAFactIsThereThatARuleWaitsToBeAbsent() {
        TestRelease release = new TestRelease().with("moments/none.drl", """
                rule "no product"
                when
                    TransactionPosted( credit )
                    not Holding( family == "wealth" )
                then
                    conclude.moment("none");
                end
                """);
        try (Life life = new Life(release)) {
            assertThat(moments(life.transaction("1.00"))).containsExactly("none");
            life.take(EventTypes.HOLDING_UPDATED, HOLDING.formatted("one"));
            assertThat(life.transaction("1.00").decisions()).isEmpty();
            assertThat(life.sessions()).isZero();
        }
    }

    @Test
    void entersNoSession_whenOneFactOfEachKindIsJoined() {
        TestRelease release = new TestRelease().with("moments/join.drl", """
                rule "more than came in before"
                when
                    Features( $week : inflow7d )
                    $t : TransactionPosted( credit, amount < $week )
                then
                    conclude.moment("less").with("of", $week).with("amount", $t.amount());
                end
                """);
        try (Life life = new Life(release)) {
            assertThat(moments(life.transaction("5.00"))).isEmpty();
            assertThat(moments(life.transaction("1.00"))).containsExactly("less");
            assertThat(life.sessions()).isZero();
        }
    }

    @Test
    void findsAJoinThatThrows_evenIfWhatMustBeAbsentIsThere() {
        TestRelease release = new TestRelease().with("moments/join.drl", """
                rule "bad"
                when
                    $c : Customer()
                    TransactionPosted( accountId == $c.branch.trim() )
                    not TransactionPosted( credit )
                then
                    conclude.moment("bad");
                end
                """);
        try (Life life = new Life(release)) {
            assertThat(life.transaction("1.00").decisions().get(0).quarantined())
                    .extracting(RuleFailure::rule)
                    .containsExactly("bad");
        }
    }

    @Test
    void findsAConstraintThatThrows_evenIfItsRuleWouldNotFire() {
        TestRelease release = new TestRelease().with("moments/bad.drl", """
                rule "bad"
                when
                    AppClick()
                    Customer( branch.length() > 2 )
                then
                    conclude.moment("bad");
                end
                """);
        try (Life life = new Life(release)) {
            Outcome outcome = life.transaction("1.00");

            assertThat(outcome.decisions().get(0).quarantined())
                    .extracting(RuleFailure::rule)
                    .containsExactly("bad");
        }
    }

    @Test
    void looksAtAMomentWhenItsRuleHasSaidAllAboutIt() {
        TestRelease release = new TestRelease().with("moments/chain.drl", """
                rule "first"
                when
                    TransactionPosted( debit )
                then
                    conclude.moment("first").about("a subject");
                end

                rule "second"
                when
                    $first : Moment( name == "first", subject == "a subject" )
                then
                    conclude.moment("second").about($first.getSubject());
                end
                """);
        try (Life life = new Life(release)) {
            assertThat(moments(life.take(
                            EventTypes.TRANSACTION_POSTED,
                            "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"1.00\",\"currency\":\"CNY\"}")))
                    .containsExactly("first", "second");
            assertThat(life.sessions()).isZero();
        }
    }

    @Test
    void leavesRulesThatGoInCirclesToASession() {
        TestRelease release = new TestRelease().with("segments/circle.drl", """
                rule "starts"
                when
                    TransactionPosted()
                then
                    conclude.segment("s");
                end

                rule "circle"
                when
                    $s : Segment()
                then
                    conclude.segment($s.name() + "x");
                end
                """);
        try (Life life = new Life(release)) {
            DecisionRecord decision = life.transaction("1.00").decisions().get(0);

            assertThat(decision.quarantined()).extracting(RuleFailure::rule).containsExactly("circle");
            assertThat(decision.segments()).containsExactly("s");
        }
    }

    private static List<String> moments(Outcome outcome) {
        return outcome.decisions().get(0).moments().stream()
                .map(MomentRaised::moment)
                .toList();
    }

    /** One customer, whose first event has been: tier and stage are concluded. */
    private static final class Life implements AutoCloseable {
        private final Release release;
        private final Decider decider = new Decider();
        private final CustomerState state = new CustomerState("c1");
        private int next;

        Life(TestRelease release) {
            this.release = release.compile();
        }

        Outcome transaction(String amount) {
            return take(
                    EventTypes.TRANSACTION_POSTED,
                    "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"" + amount
                            + "\",\"currency\":\"CNY\"}");
        }

        Outcome take(String type, String body) {
            EventEnvelope event =
                    new EventEnvelope("e" + next++, "/t", type, "c1", Bank.NOON, body.getBytes(StandardCharsets.UTF_8));
            return decider.decide(state, new Input.Event(event, new Origin("t", 0, next)), release, Now.EVENT_TIME);
        }

        long sessions() {
            return decider.ruleCounts().sessions();
        }

        @Override
        public void close() {
            decider.close();
        }
    }
}
