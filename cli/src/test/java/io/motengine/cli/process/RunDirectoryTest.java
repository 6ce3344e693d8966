package io.motengine.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.cli.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {
    @TempDir
    private Path parent;

    @Test
    void refusesASecondRun_whileTheFirstLives() throws IOException {
        try (RunDirectory first = RunDirectory.open(parent.resolve("run"), false)) {
            assertThatThrownBy(() -> RunDirectory.open(first.path(), false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("another run is using");
        }
    }

    @Test
    void leavesNothing_unlessAskedToKeep() throws IOException {
        Path run = parent.resolve("run");
        try (RunDirectory directory = RunDirectory.open(run, false)) {
            Files.writeString(directory.file("data"), "x");
        }
        assertThat(parent).isEmptyDirectory();

        try (RunDirectory directory = RunDirectory.open(run, true)) {
            Files.writeString(directory.file("data"), "x");
        }
        assertThat(run.resolve("data")).exists();
    }

    @Test
    void endsTheProcessesOfADeadRun_andNobodyElses() throws IOException {
        Path run = Files.createDirectories(parent.resolve("run"));
        Process leftOver = new ProcessBuilder("/bin/sh", "-c", "read line").start();
        Process stranger = new ProcessBuilder("/bin/sh", "-c", "read line").start();
        Files.writeString(
                run.resolve("pids"), LeftOver.line(leftOver.toHandle()) + stranger.pid() + " 12345\nnot a pid\n");

        try (RunDirectory directory = RunDirectory.open(run, false)) {
            assertThat(directory.path()).isEmptyDirectory();
            assertThat(leftOver.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
            leftOver.destroyForcibly();
        }
    }

    @Test
    void childEnds_whenItsParentsEndOfTheStreamCloses() throws IOException {
        try (RunDirectory directory = RunDirectory.open(parent.resolve("run"), false)) {
            ChildJvm child = ChildJvm.start(
                    new ChildJvm.Spec("child", Waiting.class.getName(), List.of("-Xmx32m"), List.of()), directory);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.readString(directory.file("child.out")).contains("waiting"));

            child.close();

            assertThat(child.isAlive()).isFalse();
        }
    }

    /** A program that would never end by itself. */
    public static final class Waiting {
        private Waiting() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println("waiting");
            new CountDownLatch(1).await();
        }
    }
}
