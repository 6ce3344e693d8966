package io.motengine.cli;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mot} of a checkout that is built: whatever became of its archive of classes, the command runs. */
final class LauncherIT {
    @TempDir
    private Path home;

    private Path layout;

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(Path.of(System.getProperty("mot.home"), "mot"), home.resolve("mot"));
        layout = Files.createDirectories(home.resolve("cli/target/mot"));
        Files.createSymbolicLink(layout.resolve("lib"), Path.of(System.getProperty("mot.lib")));
        Files.createFile(layout.resolve("built"));
    }

    private record Run(int code, String output) {}

    private Run mot() throws IOException, InterruptedException {
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = new ProcessBuilder("bash", home.resolve("mot").toString(), "--version")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private Path archive() throws IOException {
        try (Stream<Path> files = Files.list(layout)) {
            List<Path> archives =
                    files.filter(file -> file.toString().endsWith(".jsa")).toList();
            assertThat(archives).hasSize(1);
            return archives.get(0);
        }
    }

    /** Opened for writing: the JVM leaves it read-only. */
    private static FileChannel open(Path archive) throws IOException {
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
        return FileChannel.open(archive, WRITE);
    }

    @Test
    void runs_whateverBecameOfItsClasses() throws IOException, InterruptedException {
        Run first = mot();
        long made = Files.size(archive());
        Run second = mot();
        assertThat(first.output()).contains("Preparing classes", "mot-engine ");
        assertThat(second.output()).startsWith("mot-engine ");
        assertThat(made).isGreaterThan(1 << 20);

        try (FileChannel file = open(archive())) {
            file.truncate(made / 2);
        }
        Run cutShort = mot();
        assertThat(cutShort.code()).as(cutShort.output()).isZero();
        assertThat(cutShort.output()).contains("Preparing classes", "mot-engine ");
        assertThat(Files.size(archive())).isGreaterThan(made / 2);

        try (FileChannel file = open(archive())) {
            file.write(ByteBuffer.allocate((int) made / 3), made / 3);
        }
        Run overwritten = mot();
        assertThat(overwritten.code()).as(overwritten.output()).isZero();
        assertThat(overwritten.output()).startsWith("mot-engine ");

        Files.delete(archive());
        Run gone = mot();
        assertThat(gone.output()).contains("Preparing classes", "mot-engine ");
    }
}
