package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.scenarios.ScenarioResult;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every folder in {@code scenarios/}: what comes of its events must be what it expects. {@code ./mot rules test} does the
 * same, shows differences better, and rewrites what is expected.
 */
final class ScenarioTest {
    @TestFactory
    Stream<DynamicTest> everyScenario_comesToWhatIsExpected() throws Exception {
        Release release = ReleaseCompiler.compile(ReleaseFiles.read(Path.of("").toAbsolutePath()));
        return ScenarioFolders.all().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), folder.toUri(), () -> run(folder, release)));
    }

    private static void run(Path folder, Release release) throws IOException {
        ScenarioResult result = ScenarioFolders.read(folder).play(release);

        assertThat(result.findings()).isEmpty();
        assertThat(result.differences()).isEmpty();
        for (Map.Entry<String, String> file : result.updated().entrySet()) {
            assertThat(file.getValue()).isEqualTo(Files.readString(folder.resolve(file.getKey())));
        }
    }
}
