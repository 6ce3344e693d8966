package io.motengine.bench.peers.moments;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.Home;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneEventTest {
    private static final long YUAN = 100;
    private final Map<String, String> release = Home.referenceRelease().files();

    @Test
    void clauses_areThoseOfTheRelease() {
        for (OneEvent each : OneEvent.all()) {
            String rules = release.get("moments/" + each.moment() + ".drl");
            assertThat(rules).as(each.moment()).isNotNull();
            assertThat(each.clauses()).allSatisfy(clause -> assertThat(rules).contains(inDrl(clause)));
        }
    }

    /** How the release's rules, which have richer types, say the same. */
    private static String inDrl(Clause clause) {
        return switch (clause.field()) {
            case "credit" -> clause.value().equals("true") ? "credit" : "debit";
            case "amount" -> "amount.atLeast(" + yuan(clause) + ")";
            case "balance" -> "balance.below(" + yuan(clause) + ")";
            case "bank" -> "otherBank";
            case "merchant" -> "merchantCategory == " + clause.value();
            default -> clause.toString();
        };
    }

    private static long yuan(Clause clause) {
        return Long.parseLong(clause.value().replace("L", "")) / YUAN;
    }
}
