package io.motengine.engine.walls;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.ReleaseCompiler;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What authors need passes all three walls; each line is a form that compiles to code of its own. */
final class AllowedRulesTest {
    private static final String MOMENTS = """
        // Comments may hold anything: Runtime, new, }
        rule "comparisons, with 1 + 2 (and 'quotes') - 50 % 银行"
        when
            $t : TransactionPosted( credit, !debit, amount.atLeast(5), amount.minor > 100, amount != null,
                balance > amount, $c : category, category in ("salary", "pension"), category not in ("cash"),
                channel != null && channel.length() > 2, channel != "a" || channel == $c, (amount.minor / 100) % 2 == 0,
                direction.name() == "CREDIT", channel!.length() > 1, channel.startsWith("a"), amount.times(balance) >= 1.5,
                amount.minor == 5 * 2 + 1, -5 < amount.minor(), category >= "a", this.category == 'xy' )
            Customer( age > 3 && < 9, age == 3 || == 9, segments contains "x", labels not contains $c, tier memberOf segments,
                labels.size() > 1, labels.isEmpty(), consents excludes "sms", riskGrade != 2, age > families,
                $t.category == branch, aum.atLeastTimes(1.5, $t.amount), id.substring(1, 2) == "a" )
            Features( inflow7d.atLeast(3), clicks1d > 2, inflow7dComplete, $f : inflow7d )
            CardBlocked( abroad, amount.atLeast(5), cardId == $c, times > 3 || onDay == null, count == 2 )
        then
            // and a comment here
            conclude.moment("all").about($t.category() + "-" + $c).with("n", -5 * 2).with("amount", $f).with("x", true)
                .with("y", $t.amount().minor() > 3).with("quoted", "he said \\"no\\"").with("d", 1.5).with("l", 5L).with("c", 'c');
        end
        rule "elements"
        when
            DailyTick( $d : date, date.dayOfMonth == 3, date.getYear() > 2000, date.dayOfWeek.value == 5 )
            ( AppClick( page == "x", $page : page ) or AppClick( page == "y", $page : page ) )
            not Holding( family == "deposit", amount.minor > 5 )
            exists( Holding( family == "x", $p : product ) and Segment( name == $p ) )
            forall( Holding( family == "x" ) )
            forall( Holding( family == "x" ) Holding( daysToMaturity > 3 ) )
            Dates( workingDay, workingDaysSinceDay(15) == 2, daysTo("spring") == 3 )
            LinkedMoment( variables.get("a") == "b", path.size() > 2 )
            Score( points >= 3, level == "x" )
        then
            conclude.moment("elements").with("day", $d.getDayOfMonth()).with("page", $page);
        end
        rule "sums"
        when
            accumulate( Holding( family == "wealth", $a : amount.minor() ); $n : count($a), $s : sum($a), $x : max($a), $m : min($a),
                $v : average($a); $n > 2, $s > $n, $v > 1.5 )
            accumulate( Segment(); $k : count(); $k > 1 )
            $h : Holding( daysToMaturity < $n )
            Grant( missing.below(50000), daysLeft + 1 > $k )
        then
            conclude.tell("owner", "sums").with("n", $n).with("v", $v).with("h", $h.product());
        end
        """;

    @Test
    void compile_whateverFormTheyTake() {
        TestRelease release = new TestRelease()
                .with("moments/all.drl", MOMENTS)
                .with("events/cards.drl", """
                    declare CardBlocked @event("bank.card.blocked.v1")
                        cardId : String
                        amount : Money
                        abroad : boolean
                        onDay : LocalDate
                        times : long
                        count : int
                    end
                    """)
                .with("segments/all.drl", """
                    rule "segment of a computed name"
                    when Customer( $b : branch, branch != null ) then conclude.segment("branch-" + $b); end
                    """);
        assertThatCode(() -> ReleaseCompiler.compile(release.files())).doesNotThrowAnyException();
    }

    /** Drools names the rules of a constraint in the code, up to a number; beyond it, the code is another. */
    @Test
    void compile_howeverManyShareAConstraint() {
        String rules =
                IntStream.range(0, 40).mapToObj(number -> """
                        rule "one of many, number %d"
                        when TransactionPosted( category == "shared" )
                        then conclude.moment("many"); end
                        """.formatted(number)).collect(Collectors.joining());
        TestRelease release = new TestRelease().with("moments/many.drl", rules);
        assertThatCode(() -> ReleaseCompiler.compile(release.files())).doesNotThrowAnyException();
    }
}
