package io.motengine.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFilesTest {
    @TempDir
    private Path directory;

    @Test
    void reads_onlyTheFilesOfARelease() throws IOException {
        write("events/cards.drl", "h");
        write("segments/payroll.drl", "a");
        write("stages/honeymoon.drl", "b");
        write("moments/salary/received.drl", "c");
        write("strategies/salary.yaml", "d");
        write("catalog/products/wealth.yaml", "e");
        write("policy.yaml", "f");
        write("features.yaml", "g");
        write("scorecards.yaml", "h");
        write("lifecycle.yaml", "i");
        write("branches/b12.yaml", "v");
        write("README.md", "no");
        write("scenarios/salary/events.jsonl", "no");
        write("moments/notes.txt", "no");
        write("segments.yaml", "no");
        write("sub/policy.yaml", "no");

        assertThat(ReleaseFiles.read(directory).files())
                .containsExactly(
                        Map.entry("branches/b12.yaml", "v"),
                        Map.entry("catalog/products/wealth.yaml", "e"),
                        Map.entry("events/cards.drl", "h"),
                        Map.entry("features.yaml", "g"),
                        Map.entry("lifecycle.yaml", "i"),
                        Map.entry("moments/salary/received.drl", "c"),
                        Map.entry("policy.yaml", "f"),
                        Map.entry("scorecards.yaml", "h"),
                        Map.entry("segments/payroll.drl", "a"),
                        Map.entry("stages/honeymoon.drl", "b"),
                        Map.entry("strategies/salary.yaml", "d"));
    }

    @Test
    void id_isPinned() {
        assertThat(new ReleaseFiles(Map.of("policy.yaml", "caps: {}\n")).id()).isEqualTo("22eb7b87b1dc7b07");
    }

    @Test
    void id_doesNotDependOnOrderOrLineEnds() {
        Map<String, String> unix = new LinkedHashMap<>();
        unix.put("a.drl", "one\ntwo\n");
        unix.put("b.drl", "three\n");
        Map<String, String> windows = new LinkedHashMap<>();
        windows.put("b.drl", "three\r\n");
        windows.put("a.drl", "one\r\ntwo\r\n");

        assertThat(new ReleaseFiles(windows))
                .isEqualTo(new ReleaseFiles(unix))
                .hasSameHashCodeAs(new ReleaseFiles(unix))
                .extracting(ReleaseFiles::id)
                .isEqualTo(new ReleaseFiles(unix).id());
    }

    @Test
    void id_changes_whenTextMovesBetweenPathAndContent() {
        ReleaseFiles one = new ReleaseFiles(Map.of("a", "bc"));
        ReleaseFiles other = new ReleaseFiles(Map.of("ab", "c"));

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void refuses_directoryThatIsMissing() {
        Path missing = directory.resolve("gone");

        assertThatIOException()
                .isThrownBy(() -> ReleaseFiles.read(missing))
                .withMessage(missing + ": not a directory (expected: the directory of a release)");
    }

    @Test
    void refuses_directoryWithoutARelease() throws IOException {
        write("README.md", "hello");

        assertThatIOException()
                .isThrownBy(() -> ReleaseFiles.read(directory))
                .withMessageStartingWith(directory + ": no file of a release (expected: ");
    }

    @Test
    void refuses_fileThatIsNotUtf8() throws IOException {
        Path file = directory.resolve("policy.yaml");
        Files.write(file, new byte[] {(byte) 0xC3, '('});

        assertThatIOException()
                .isThrownBy(() -> ReleaseFiles.read(directory))
                .withMessage(file + ": not UTF-8 (expected: UTF-8 text)");
    }

    @Test
    void files_cannotBeChanged() {
        Map<String, String> files = new ReleaseFiles(Map.of("policy.yaml", "")).files();

        assertThatThrownBy(() -> files.put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void survives_javaSerialization() throws Exception {
        ReleaseFiles files = new ReleaseFiles(Map.of("policy.yaml", "caps: {}"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(files);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(files);
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
