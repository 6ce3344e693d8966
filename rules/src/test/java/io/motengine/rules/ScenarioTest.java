package io.motengine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Decider;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every folder in {@code scenarios/}: its {@code events.jsonl} must come to exactly its {@code expected.jsonl}.
 *
 * <p>{@code mvn -pl rules test -Dscenarios.update=true} rewrites what is expected; read the difference before you keep it.
 */
final class ScenarioTest {
    private static final Path RULES = Path.of("").toAbsolutePath();
    private static final boolean UPDATE = Boolean.getBoolean("scenarios.update");

    @TestFactory
    Stream<DynamicTest> everyScenario_comesToWhatIsExpected() throws Exception {
        Release release = ReleaseCompiler.compile(ReleaseFiles.read(RULES));
        List<Path> folders;
        try (Stream<Path> entries = Files.list(RULES.resolve("scenarios"))) {
            folders = entries.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(folders).as("scenario folders").isNotEmpty();
        return folders.stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), folder.toUri(), () -> run(folder, release)));
    }

    private static void run(Path folder, Release release) throws IOException {
        Path expected = folder.resolve("expected.jsonl");
        List<String> found;
        try (Decider decider = new Decider()) {
            found = new Scenario(release, decider).play(Files.readAllLines(folder.resolve("events.jsonl")));
        }
        if (UPDATE) {
            Files.write(expected, found);
        }
        assertThat(found).as(folder + ": what came of the events").isEqualTo(Files.readAllLines(expected));
    }
}
