package io.motengine.bench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.Home;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReferenceRulesTest {
    private final ReleaseFiles committed = Home.referenceRelease();

    @Test
    void committedFiles_areThoseThatTheGeneratorMakes() {
        Map<String, String> rulesAndCards = new TreeMap<>(committed.files());
        rulesAndCards.keySet().removeIf(path -> !path.contains("/") || path.startsWith("catalog/"));
        assertThat(rulesAndCards).isEqualTo(ReferenceRules.files());
    }

    @Test
    void release_hasTheSizesThatItIsQuotedWith() {
        assertThat(ReferenceRules.count()).isEqualTo(200);
        assertThat(ReferenceRules.countOnTransactions()).isGreaterThanOrEqualTo(60);
        assertThat(committed.files().keySet().stream().filter(path -> path.startsWith("strategies/")))
                .hasSize(50);
        assertThat(entries("features.yaml")).isEqualTo(25);
        assertThat(entries("patterns.yaml")).isEqualTo(10);
    }

    @Test
    void release_compiles() throws Exception {
        assertThat(ReleaseCompiler.compile(committed).id()).isEqualTo(committed.id());
    }

    @Test
    void withFiftyCards_isItself_andWithOthersDiffersInCardsAlone() throws Exception {
        assertThat(ReferenceRules.withCards(50).id()).isEqualTo(committed.id());
        for (int cards : new int[] {5, 300}) {
            Release release = ReleaseCompiler.compile(ReferenceRules.withCards(cards));
            assertThat(release.cards()).hasSize(cards);
            assertThat(release.rules().names()).hasSize(ReferenceRules.count() - 50 + cards);
        }
    }

    private long entries(String path) {
        return committed
                .files()
                .get(path)
                .lines()
                .filter(line -> line.matches("- .*id: .*"))
                .count();
    }
}
