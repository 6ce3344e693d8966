package io.motengine.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine and the reference model must see the same in random lives, and must not once a rule says something else. */
final class ReferenceModelTest {
    /** The release that the model is of, pinned: authors change the rules beside it as they like. */
    private static final Path RULES =
            Path.of("src/test/resources/modelled-release").toAbsolutePath();

    private static final int CUSTOMERS = 400;
    private static final int EVENTS_EACH = 250;

    @Test
    void engineAndReferenceModel_seeTheSame() throws Exception {
        Duel duel = new Duel(ReleaseCompiler.compile(ReleaseFiles.read(RULES)));
        Optional<String> disagreement = duel.fight(CUSTOMERS, EVENTS_EACH);
        System.out.println("engine against reference model: " + duel);
        assertThat(disagreement).isEmpty();
        assertThat(duel.events()).isEqualTo(100_000);
        assertThat(duel.moments()).isGreaterThan(10_000);
        assertThat(duel.actions()).isGreaterThan(1_000);
    }

    /** Each line changes one figure of the release that the reference model does not know of. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            moments/large-outflow.drl | atLeast(20000) | atLeast(20001)
            moments/large-inflow.drl | atLeast(20000) | atLeast(19999)
            moments/salary-received.drl | atLeast(1000) | atLeast(1001)
            moments/wealth-maturing.drl | daysToMaturity == 3 | daysToMaturity == 2
            segments/value-tiers.drl | age >= 60 | age >= 61
            segments/value-tiers.drl | clicks30d >= 20 | clicks30d >= 21
            stages/life-cycle.drl | daysSinceOpening <= 90 | daysSinceOpening <= 91
            stages/life-cycle.drl | atLeast(20000) | atLeast(30000)
            features.yaml | window: 90d | window: 89d
            features.yaml | window: 7d | window: 6d
            patterns.yaml | within: 10m | within: 11m
            patterns.yaml | limit: 3 | limit: 2
            policy.yaml | perDay: 1 | perDay: 2
            policy.yaml | perWeek: 3 | perWeek: 4
            policy.yaml | USD: 7.10 | USD: 7.11
            policy.yaml | correctionAllowance: 6h | correctionAllowance: 5h
            policy.yaml | dedupeHorizon: 24h | dedupeHorizon: 23h
            calendar.yaml | days: [90] | days: [89]
            strategies/inflow-wealth.yaml | priority: 75 | priority: 50
            strategies/loan-resume.yaml | in-app, app-push | app-push, in-app
            """)
    void engineAndReferenceModel_disagree_whenTheReleaseChanges(String file, String from, String to) throws Exception {
        Optional<String> disagreement = new Duel(changed(file, from, to)).fight(CUSTOMERS, EVENTS_EACH);
        assertThat(disagreement).as("%s with %s", file, to).isPresent();
    }

    private static Release changed(String file, String from, String to) throws Exception {
        TreeMap<String, String> files = new TreeMap<>(ReleaseFiles.read(RULES).files());
        assertThat(files.get(file)).contains(from);
        files.computeIfPresent(file, (name, text) -> text.replace(from, to));
        return ReleaseCompiler.compile(new ReleaseFiles(files));
    }
}
