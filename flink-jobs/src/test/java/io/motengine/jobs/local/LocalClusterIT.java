package io.motengine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.History;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.schemas.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local cluster as its own process, as the command line starts it. */
class LocalClusterIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private KafkaBroker broker;
    private int web;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.concat(Topics.TIME_DRIVING.stream(), Topics.CONTEXT.stream())
                        .toList(),
                2);
        try (ServerSocket socket = new ServerSocket(0)) {
            web = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void runsAHistoryToItsEnd() throws Exception {
        long rows = new History(broker).send(500);
        Process cluster = launch("clock: event\nordering: event-time\nbounded: true\nuntil: " + History.END);

        assertThat(cluster.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(lines()).anyMatch(line -> line.startsWith("STATUS") && line.contains("\"state\":\"RUNNING\""));
        assertThat(lines().get(lines().size() - 1)).startsWith("SUMMARY {").contains("\"read\":" + rows + ",");
        assertThat(cluster.exitValue()).isZero();
    }

    @Test
    void goesOnWhereItWasKilled_andEndsWithItsParent() throws Exception {
        Process killed = launch("clock: event");
        Instant time = Instant.now();
        broker.send(Topics.TRANSACTIONS, "c-1", Events.credit("e-1", "c-1", time, 30_000));
        await().atMost(LONG_ENOUGH)
                .until(() -> actions() == 1
                        && RetainedCheckpoints.newest(checkpoints()).isPresent());
        killed.destroyForcibly().waitFor();

        Process again = launch("clock: event");
        broker.send(Topics.TRANSACTIONS, "c-1", Events.credit("e-1", "c-1", time, 30_000));
        broker.send(Topics.TRANSACTIONS, "c-1", Events.credit("e-2", "c-1", time, 30_000));
        await().atMost(LONG_ENOUGH).until(() -> actions() >= 2);
        assertThat(lines()).anyMatch(line -> line.contains("\"restoredFrom\""));

        again.getOutputStream().close();
        assertThat(again.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("localhost", web));
            Process cluster = launch("clock: event");

            assertThat(cluster.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(cluster.exitValue()).isEqualTo(2);
            assertThat(lines()).anyMatch(line -> line.contains("web port: " + web + " is taken"));
        }
    }

    @Test
    void saysThatTheSavepointIsNotThere() throws Exception {
        Process cluster = launch("clock: event", "--from", directory.toString());

        assertThat(cluster.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(cluster.exitValue()).isEqualTo(2);
        assertThat(lines())
                .anyMatch(line -> line.contains("--from: ") && line.contains("expected: the directory of a savepoint"));
    }

    private int actions() {
        return broker.read(Topics.actions("app-push")).size();
    }

    private Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    private Process launch(String settings, String... more) throws IOException {
        Path config = directory.resolve("job.yaml");
        Files.writeString(config, """
                kafka: { bootstrapServers: "%s", startFrom: earliest }
                release: { path: "%s" }
                checkpoints: { interval: 300ms }
                parallelism: 2
                %s
                """.formatted(
                broker.bootstrap(), Path.of("src/test/resources/release").toAbsolutePath(), settings));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                LocalCluster.class.getName(),
                "--config",
                config.toString(),
                "--web-port",
                Integer.toString(web),
                "--dir",
                directory.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("out").toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("err").toFile()))
                .start();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("out"));
    }
}
