package io.motengine.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.schemas.event.EventTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The order in which rules stand in files, and files in folders, must not show in what is decided. */
final class OrderTest {
    private static final List<String> RULES = List.of("""
            rule "a large sum came in"
            when $t : TransactionPosted( credit, amount.atLeast(1000) )
            then conclude.moment("inflow").with("amount", $t.amount()); end
            """, """
            rule "the same in other words"
            when $t : TransactionPosted( credit, amount.atLeast(1500) )
            then conclude.moment("inflow").with("amount", "much"); end
            """, """
            rule "a large sum for a visitor of today"
            when $t : TransactionPosted( credit, amount.atLeast(1200) ) Features( clicks1d >= 1 ) Segment( name == "visitor" )
            then conclude.moment("form-left").about("visit"); end
            """);

    private static final String SEGMENTS = """
            rule "seen today"
            when Features( clicks1d >= 1 )
            then conclude.segment("visitor"); end
            rule "seen much today"
            when Features( clicks1d >= 3 )
            then conclude.tier("gold"); end
            """;

    @Test
    void decidesTheSame_whateverTheOrderOfRulesAndFiles() {
        Release forwards = new TestRelease()
                .with("moments/inflow.drl", String.join("", RULES))
                .with("segments/a.drl", SEGMENTS)
                .compile();
        Release backwards = new TestRelease()
                .with("moments/inflow.drl", null)
                .with("moments/a.drl", RULES.get(2))
                .with("moments/y.drl", RULES.get(1))
                .with("moments/z.drl", RULES.get(0))
                .with("segments/zz.drl", SEGMENTS)
                .compile();

        List<String> one = story(forwards);

        assertThat(story(backwards)).isEqualTo(one);
        assertThat(one).anyMatch(line -> line.contains("greet-gold")).anyMatch(line -> line.contains("form-help"));
    }

    /** What a seeded stream comes to; the release's own id, which differs, left out. */
    private static List<String> story(Release release) {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        try (Bank bank = new Bank(release)) {
            bank.profile(Bank.NOON, 5_000);
            Instant time = Bank.NOON;
            for (int i = 0; i < 300; i++) {
                time = time.plusSeconds(random.nextInt(40_000));
                Outcome outcome = random.nextBoolean()
                        ? bank.event(EventTypes.APP_CLICK, time, "{\"page\":\"home\",\"action\":\"view\"}")
                        : bank.credit(time, Integer.toString(500 + random.nextInt(2_000)));
                lines.add(outcome.toString().replace(release.id(), "release"));
            }
        }
        return lines;
    }
}
