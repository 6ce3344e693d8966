package io.motengine.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is remembered must never hide an error, and must spare the work. */
final class ProofsTest {
    private static final int MUTATIONS = 60;
    private static final List<String> WORDS = List.of(
            "inflow7d",
            "clicks1d",
            "credit",
            "tier",
            "amount",
            "\"gold\"",
            "$t",
            "not",
            "Customer",
            "Features",
            "(",
            "\"",
            "and",
            "name");

    private final KeptProofs proofs = new KeptProofs();

    @Test
    void say_theSameAsWithoutThem_whateverChanges() {
        Random random = new Random(20261124);
        Map<String, String> sound = new TreeMap<>(new TestRelease()
                .with("moments/busy.drl", """
                        rule "a busy customer with inflow"
                        when
                            Features( clicks1d > 3, inflow7d.atLeast(5) )
                            Blocked( reason == "lost" )
                        then conclude.moment("inflow").with("amount", 3); end
                        """)
                .with(
                        "events/blocked.drl",
                        "declare Blocked @event(\"bank.card.blocked.v1\")\n    reason : String\nend\n")
                .files()
                .files());
        List<String> paths = new ArrayList<>(sound.keySet());
        Map<String, String> files = new TreeMap<>(sound);
        int wrong = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            if (i % 3 == 0) {
                files = new TreeMap<>(sound);
            }
            String path = paths.get(random.nextInt(paths.size()));
            files.put(path, mutated(files.get(path), random));

            List<Finding> uncached = ReleaseCheck.of(new ReleaseFiles(files));

            assertThat(check(files))
                    .as("mutation %s, of %s:%n%s", i, path, files.get(path))
                    .isEqualTo(uncached);
            wrong += ReleaseCheck.errors(uncached).findAny().isPresent() ? 1 : 0;
        }
        assertThat(wrong).as("mutations that break something").isBetween(MUTATIONS / 4, MUTATIONS - 1);
    }

    @Test
    void doNotHide_aFeatureThatIsGone() {
        TestRelease release = new TestRelease().with("moments/busy.drl", """
                rule "a busy customer"
                when Features( clicks1d > 3 )
                then conclude.moment("inflow").with("amount", 3); end
                """);
        assertThat(errors(release)).isEmpty();

        release.with("features.yaml", """
                - { id: inflow7d, event: bank.transaction.posted.v1, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                """);

        assertThat(errors(release))
                .singleElement()
                .asString()
                .startsWith("moments/busy.drl:2:16: clicks1d: no field of Features (expected: ");
    }

    @Test
    void doNotHide_aFieldOfAnEventThatIsGone() {
        TestRelease release = new TestRelease()
                .with(
                        "events/blocked.drl",
                        "declare Blocked @event(\"bank.card.blocked.v1\")\n  reason : String\n  card : String\nend\n")
                .card("greet-all", "blocked", 3, null)
                .with("moments/blocked.drl", """
                        rule "a card was blocked"
                        when Blocked( reason == "lost" )
                        then conclude.moment("blocked"); end
                        """);
        assertThat(errors(release)).isEmpty();

        release.with("events/blocked.drl", "declare Blocked @event(\"bank.card.blocked.v1\")\n  card : String\nend\n");

        assertThat(errors(release)).isNotEmpty();
    }

    @Test
    void doNotHide_thatTwoRulesHaveOneName() {
        TestRelease release = new TestRelease();
        String rule = release.files().files().get("moments/inflow.drl");
        assertThat(errors(release)).isEmpty();

        release.with("moments/again.drl", rule);

        assertThat(errors(release))
                .singleElement()
                .asString()
                .contains("found in moments/again.drl too (expected: a name of its own)");
    }

    @Test
    void spareTheWork_ofCardsThatDifferInNameOnly() {
        TestRelease release = new TestRelease();
        check(release.files().files());
        int before = proofs.size();

        release.card("one-more", "inflow", 12, null);

        assertThat(errors(release)).isEmpty();
        assertThat(proofs.size()).isEqualTo(before);
    }

    @Test
    void areNotGiven_toWhatIsWrong() {
        TestRelease release = new TestRelease().card("one-more", "inflow", 12, "teir == \"gold\"");

        assertThat(errors(release)).hasSize(1);
        assertThat(errors(release)).hasSize(1);
    }

    @Test
    void everyCardWithTheSameMistake_isNamed() {
        TestRelease release = new TestRelease()
                .card("one", "inflow", 12, "teir == \"gold\"")
                .card("two", "inflow", 13, "teir == \"gold\"");

        assertThat(errors(release))
                .extracting(Finding::file)
                .containsExactly("strategies/one.yaml", "strategies/two.yaml");
    }

    private List<Finding> errors(TestRelease release) {
        return ReleaseCheck.errors(check(release.files().files())).toList();
    }

    private List<Finding> check(Map<String, String> files) {
        return new ReleaseCheck(new ReleaseFiles(files), proofs, Runnable::run, 2).findings();
    }

    private static String mutated(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=[\\s(),:])|(?=[\\s(),:])")));
        int at = random.nextInt(words.size());
        switch (random.nextInt(3)) {
            case 0 -> words.remove(at);
            case 1 -> words.set(at, WORDS.get(random.nextInt(WORDS.size())));
            default -> words.set(at, words.get(random.nextInt(words.size())));
        }
        return String.join("", words);
    }
}
