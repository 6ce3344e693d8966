package io.motengine.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.TestRelease;
import io.motengine.engine.release.ReleaseException.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The corpus of broken releases in {@code src/test/resources/broken}: each file has what an author changed of a small, sound release,
 * and what the check must say of it, with file, line, column, severity, code and message. {@code -Dbroken.update=true} writes down
 * what it says now; read the difference before you keep it.
 */
final class BrokenCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/broken");
    private static final boolean UPDATE = Boolean.getBoolean("broken.update");
    private static final String MARK = "--- ";
    private static final String EXPECTED = MARK + "expected\n";
    private static final int AT_LEAST = 60;

    /** Shared, so that what no case touches is compiled once. */
    private static final KeptProofs PROOFS = new KeptProofs();

    private static final List<Finding> ALWAYS = findings(new TestRelease());

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says_whatIsWrongAndWhere(String name) throws IOException {
        Path file = CORPUS.resolve(name + ".txt");
        String text = Files.readString(file);
        int expected = text.indexOf(EXPECTED) + EXPECTED.length();
        String said = said(name, release(text.substring(0, expected - EXPECTED.length())));
        if (UPDATE) {
            Files.writeString(file, text.substring(0, expected) + said);
        }
        assertThat(said).isEqualTo(UPDATE ? said : text.substring(expected)).isNotEmpty();
    }

    @Test
    void hasSixtyOrMore() throws IOException {
        assertThat(cases().count()).isGreaterThanOrEqualTo(AT_LEAST);
    }

    private static TestRelease release(String parts) {
        TestRelease release = new TestRelease();
        for (String part : parts.split("(?m)^" + MARK, -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                String path = part.substring(0, end);
                boolean removed = path.endsWith(" removed");
                release.with(path.replace(" removed", ""), removed ? null : part.substring(end + 1));
            }
        }
        return release;
    }

    private static String said(String name, TestRelease release) {
        return findings(release).stream()
                .filter(finding -> !ALWAYS.contains(finding))
                .filter(finding ->
                        name.startsWith("style-") || !finding.code().id().startsWith("style-"))
                .map(finding -> finding.file() + ":" + finding.line() + ":" + finding.column() + " "
                        + finding.code().severity().name().toLowerCase(Locale.ROOT) + " "
                        + finding.code().id() + ": " + finding.message() + "\n")
                .collect(Collectors.joining());
    }

    private static List<Finding> findings(TestRelease release) {
        return new ReleaseCheck(release.files(), PROOFS, Runnable::run, 1).findings();
    }
}
