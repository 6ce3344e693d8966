package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A decision is written for every moment of every customer: it must stay small. */
final class DecisionSizeTest {
    private static final int TYPICAL = 4 * 1024;
    private static final Path RULES = Path.of("").toAbsolutePath();

    @Test
    void decisionsOfTheShippedRules_stayBelowFourKibibytes() throws Exception {
        int[] sizes = decisions().stream()
                .mapToInt(decision -> DecisionCodec.write(decision).length)
                .sorted()
                .toArray();
        double mean = IntStream.of(sizes).average().orElseThrow();

        System.out.printf(
                "decision records of the scenarios: %d, mean %.0f B, p99 %d B, largest %d B%n",
                sizes.length, mean, sizes[sizes.length * 99 / 100], sizes[sizes.length - 1]);
        assertThat(mean).isLessThan(TYPICAL / 2.0);
        assertThat(sizes[sizes.length * 99 / 100]).isLessThan(TYPICAL);
    }

    private static List<DecisionRecord> decisions() throws Exception {
        Release release = ReleaseCompiler.compile(ReleaseFiles.read(RULES));
        List<DecisionRecord> decisions = new ArrayList<>();
        for (Path folder : ScenarioFolders.all()) {
            decisions.addAll(ScenarioFolders.read(folder).play(release).decisions());
        }
        return decisions;
    }
}
