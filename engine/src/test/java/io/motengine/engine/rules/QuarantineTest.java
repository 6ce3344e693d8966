package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Bank;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.RuleFailure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuarantineTest {
    /** Reads a member that a small transaction does not carry: throws for it and for no other. */
    private static final String THROWS_IN_WHEN = """
            rule "bad"
            when $t : TransactionPosted( channel.length() > 2 )
            then conclude.moment("bad"); end
            """;

    private static final String THROWS_IN_THEN = """
            rule "bad"
            when $t : TransactionPosted( credit )
            then conclude.moment("bad").with("channel", $t.channel().substring(1)); end
            """;

    private static final String LOOPS = """
            rule "bad"
            when $s : Segment()
            then conclude.segment($s.name() + "x"); end
            """;

    private static final String STARTS_THE_LOOP = """
            rule "start"
            when TransactionPosted()
            then conclude.segment("s"); end
            """;

    @ParameterizedTest
    @CsvSource({
        "moments/a-first.drl, threw-in-when",
        "moments/g-middle.drl, threw-in-when",
        "moments/z-last.drl, threw-in-when",
        "moments/a-first.drl, threw-in-then",
        "moments/g-middle.drl, threw-in-then",
        "moments/z-last.drl, threw-in-then",
        "segments/a-first.drl, looped",
        "segments/u-middle.drl, looped",
        "segments/z-last.drl, looped",
    })
    void decidesWithoutTheBadRule_whereverItStands(String file, String kind) {
        String rule =
                switch (kind) {
                    case "threw-in-when" -> THROWS_IN_WHEN;
                    case "threw-in-then" -> THROWS_IN_THEN;
                    default -> LOOPS;
                };
        TestRelease release = new TestRelease().with(file, rule);
        if (kind.equals("looped")) {
            release.with("segments/start.drl", STARTS_THE_LOOP);
        }
        try (Bank bank = new Bank(release.compile())) {
            bank.profile(Bank.NOON, 5_000);

            Outcome outcome = bank.credit(Bank.NOON.plusSeconds(60), "2000.00");

            DecisionRecord decision = outcome.decisions().get(0);
            assertThat(decision.quarantined()).extracting(RuleFailure::rule).containsExactly("bad");
            assertThat(decision.quarantined()).extracting(RuleFailure::kind).containsExactly(kind);
            assertThat(decision.quarantined().get(0).message()).isNotBlank();
            assertThat(decision.moments()).extracting(MomentRaised::moment).containsExactly("inflow");
            assertThat(outcome.issued()).hasSize(1);
            assertThat(outcome.issued().get(0).strategy()).isEqualTo("greet-plain");
        }
    }

    @Test
    void keepsTheRuleForEventsOnWhichItDoesNotFail() {
        try (Bank bank = new Bank(
                new TestRelease().with("moments/bad.drl", THROWS_IN_WHEN).compile())) {
            bank.profile(Bank.NOON, 5_000);
            assertThat(bank.credit(Bank.NOON.plusSeconds(1), "2000.00")
                            .decisions()
                            .get(0)
                            .quarantined())
                    .hasSize(1);

            Outcome sound = bank.event(
                    "bank.transaction.posted.v1",
                    Bank.NOON.plusSeconds(2),
                    "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"1.00\",\"currency\":\"CNY\",\"channel\":\"counter\"}");

            assertThat(sound.decisions().get(0).quarantined()).isEmpty();
            assertThat(sound.decisions().get(0).moments())
                    .extracting(MomentRaised::moment)
                    .containsExactly("bad");
        }
    }

    @Test
    void leavesOutAllRulesThatShareTheBadConstraint_andNoOther() {
        String sharing = """
                rule "shares the bad constraint"
                when $t : TransactionPosted( channel.length() > 2, amount.atLeast(5) )
                then conclude.moment("bad too"); end
                rule "shares only the type"
                when $t : TransactionPosted( debit || credit )
                then conclude.moment("sound"); end
                """;
        TestRelease release =
                new TestRelease().with("moments/bad.drl", THROWS_IN_WHEN).with("moments/shared.drl", sharing);
        try (Bank bank = new Bank(release.compile())) {
            DecisionRecord decision =
                    bank.credit(Bank.NOON, "2000.00").decisions().get(0);

            assertThat(decision.quarantined())
                    .extracting(RuleFailure::rule)
                    .containsExactly("bad", "shares the bad constraint");
            assertThat(decision.moments()).extracting(MomentRaised::moment).containsExactly("inflow", "sound");
        }
    }

    @Test
    void leavesOutSeveralBadRulesOfDifferentKinds() {
        TestRelease release = new TestRelease()
                .with("moments/bad.drl", THROWS_IN_WHEN)
                .with("moments/worse.drl", THROWS_IN_THEN.replace("\"bad\"", "\"worse\""))
                .with("segments/start.drl", STARTS_THE_LOOP)
                .with("segments/loop.drl", LOOPS.replace("\"bad\"", "\"loop\""));
        try (Bank bank = new Bank(release.compile())) {
            DecisionRecord decision =
                    bank.credit(Bank.NOON, "2000.00").decisions().get(0);

            assertThat(decision.quarantined()).extracting(RuleFailure::rule).containsExactly("bad", "loop", "worse");
            assertThat(decision.segments()).containsExactly("s");
            assertThat(decision.moments()).extracting(MomentRaised::moment).containsExactly("inflow");
        }
    }

    @Test
    void leavesOutARuleThatThrowsOnAJoin() {
        String join = """
                rule "bad join"
                when $c : Customer()
                     TransactionPosted( channel == $c.branch.trim() )
                then conclude.moment("bad"); end
                """;
        try (Bank bank =
                new Bank(new TestRelease().with("moments/join.drl", join).compile())) {
            DecisionRecord decision =
                    bank.credit(Bank.NOON, "2000.00").decisions().get(0);

            assertThat(decision.quarantined()).extracting(RuleFailure::rule).containsExactly("bad join");
            assertThat(decision.moments()).extracting(MomentRaised::moment).containsExactly("inflow");
        }
    }

    @Test
    void leavesOutARuleThatThrowsInABinding() {
        String binding = """
                rule "bad binding"
                when TransactionPosted( $length : channel.length() )
                then conclude.moment("bad").with("length", $length); end
                """;
        try (Bank bank =
                new Bank(new TestRelease().with("moments/binding.drl", binding).compile())) {
            DecisionRecord decision =
                    bank.credit(Bank.NOON, "2000.00").decisions().get(0);

            assertThat(decision.quarantined()).extracting(RuleFailure::rule).containsExactly("bad binding");
            assertThat(decision.moments()).extracting(MomentRaised::moment).containsExactly("inflow");
        }
    }

    @Test
    void keepsARuleThatHasTheSameWords_butDoesNotFail() {
        String sameWords = """
                rule "same words, other fact"
                when AppClick( channel.length() > 2 )
                then conclude.moment("other"); end
                """;
        TestRelease release =
                new TestRelease().with("moments/bad.drl", THROWS_IN_WHEN).with("moments/same.drl", sameWords);
        try (Bank bank = new Bank(release.compile())) {
            assertThat(bank.credit(Bank.NOON, "2000.00").decisions().get(0).quarantined())
                    .extracting(RuleFailure::rule)
                    .containsExactly("bad");
        }
    }

    @Test
    void keepsTheSenseOfForall_whileAnotherRuleIsLeftOut() {
        String all = """
                rule "every product is large"
                when TransactionPosted() forall( Holding( amount.atLeast(100) ) )
                then conclude.moment("all-large"); end
                """;
        TestRelease release =
                new TestRelease().with("moments/bad.drl", THROWS_IN_WHEN).with("moments/all.drl", all);
        try (Bank bank = new Bank(release.compile())) {
            DecisionRecord none = bank.credit(Bank.NOON, "2000.00").decisions().get(0);
            bank.event(
                    "customer.holding.updated.v1",
                    Bank.NOON,
                    "{\"holdingId\":\"h\",\"productId\":\"p\",\"family\":\"wealth\",\"amount\":\"50.00\",\"currency\":\"CNY\",\"status\":\"active\"}");
            DecisionRecord small = bank.credit(Bank.NOON, "2000.00").decisions().get(0);

            assertThat(none.quarantined()).extracting(RuleFailure::rule).containsExactly("bad");
            assertThat(none.moments()).extracting(MomentRaised::moment).containsExactly("all-large", "inflow");
            assertThat(small.moments()).extracting(MomentRaised::moment).containsExactly("inflow");
        }
    }

    @Test
    void startsEachEventClean_afterFailuresAndSuccesses() {
        try (Bank bank = new Bank(
                new TestRelease().with("moments/bad.drl", THROWS_IN_WHEN).compile())) {
            bank.profile(Bank.NOON, 5_000);
            bank.credit(Bank.NOON.plusSeconds(1), "2000.00");

            Outcome quiet = bank.click(Bank.NOON.plusSeconds(2), "home", "view");

            assertThat(quiet.decisions()).isEqualTo(List.of());
        }
    }
}
