package io.motengine.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.engine.Bank;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import org.junit.jupiter.api.Test;

/** Before anybody has written a rule, what is declared in YAML works on its own. */
final class NoRulesTest {
    private static final String[] WITH_RULES = {
        "segments/tiers.drl",
        "stages/stages.drl",
        "moments/inflow.drl",
        "moments/form.drl",
        "moments/maturing.drl",
        "strategies/greet-gold.yaml",
        "strategies/greet-plain.yaml",
        "strategies/greet-all.yaml",
        "strategies/form-help.yaml",
        "strategies/renew.yaml"
    };

    @Test
    void decidesNothing_andKeepsWhatIsDeclared() {
        TestRelease release = new TestRelease();
        for (String file : WITH_RULES) {
            release.with(file, null);
        }
        try (Bank bank = new Bank(release.compile())) {
            bank.profile(Bank.NOON, 5_000);
            Outcome outcome = bank.credit(Bank.NOON.plusSeconds(1), "5000");

            assertThat(outcome.status()).isEqualTo(Outcome.Status.DECIDED);
            assertThat(outcome.issued()).isEmpty();
            assertThat(outcome.decisions()).isEmpty();
        }
    }

    @Test
    void refusesCards_whoseMomentNoRuleRaises() {
        TestRelease release = new TestRelease();
        for (String file : WITH_RULES) {
            if (file.endsWith(".drl")) {
                release.with(file, null);
            }
        }

        assertThatThrownBy(() -> ReleaseCompiler.compile(release.files()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("strategies/renew.yaml:4: moment: maturing (expected: one of");
    }
}
