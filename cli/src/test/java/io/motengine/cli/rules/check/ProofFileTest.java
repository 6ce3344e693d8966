package io.motengine.cli.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.hash.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs of one build of the engine are none to another. */
final class ProofFileTest {
    private static final String PROOF = Sha256.hex("a rule that compiles");

    @TempDir
    private Path folder;

    private Path code;

    @BeforeEach
    void prove() throws IOException {
        code = Files.createDirectories(folder.resolve("classes/engine")).resolve("Decider.class");
        Files.writeString(code, "bytes");
        ProofFile proofs = ProofFile.open(folder.resolve("cache"), classPath());
        proofs.add(PROOF);
        proofs.save();
    }

    private String classPath() {
        return folder.resolve("classes") + File.pathSeparator + folder.resolve("engine.jar");
    }

    private boolean isKnown(String classPath) throws IOException {
        return ProofFile.open(folder.resolve("cache"), classPath).has(PROOF);
    }

    @Test
    void knowsIt_forTheSameEngine() throws IOException {
        assertThat(isKnown(classPath())).isTrue();
        assertThat(ProofFile.open(folder.resolve("elsewhere"), classPath()).has(PROOF))
                .isFalse();
    }

    @Test
    void knowsNothing_whenAClassOfTheEngineHasChanged() throws IOException {
        Files.writeString(code, "bytes more");

        assertThat(isKnown(classPath())).isFalse();
    }

    @Test
    void knowsNothing_whenAClassWasCompiledAnew_toTheSameSize() throws IOException {
        Files.setLastModifiedTime(code, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(isKnown(classPath())).isFalse();
    }

    @Test
    void knowsNothing_whenALibraryIsAdded_orComes() throws IOException {
        assertThat(isKnown(classPath() + File.pathSeparator + folder.resolve("new.jar")))
                .isFalse();

        Files.writeString(folder.resolve("engine.jar"), "a jar");
        assertThat(isKnown(classPath())).isFalse();
    }

    @Test
    void keepsProofsOfEarlierRuns() throws IOException {
        ProofFile later = ProofFile.open(folder.resolve("cache"), classPath());
        later.add(Sha256.hex("another rule"));
        later.save();

        assertThat(isKnown(classPath())).isTrue();
    }
}
