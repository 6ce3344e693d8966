package io.motengine.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.cli.CommandRun;
import io.motengine.cli.Refusal;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading from a broker that dies, or is not there. */
@Timeout(120)
final class TopicScanIT {
    @TempDir
    private Path folder;

    @Test
    @SuppressWarnings("try") // the broker ends while it is in use: that is what is tried
    void givesUp_whenTheBrokerDiesWhileItReads() throws Exception {
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"), false);
                Broker broker = Broker.start(directory, 1)) {
            broker.createTopics(List.of(Topics.CLICKS));
            try (Publisher publisher = new Publisher(broker.bootstrap(), 0)) {
                // More than one answer holds: the end can only be had from the broker.
                for (int i = 0; i < 8; i++) {
                    publisher.publish(Topics.CLICKS, "c1", new byte[900_000]);
                }
                publisher.flush();
            }

            assertThatThrownBy(() -> TopicScan.read(
                            broker.bootstrap(),
                            List.of(Topics.CLICKS),
                            record -> broker.close(),
                            Duration.ofSeconds(3)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(broker.bootstrap() + " has not answered for 3 s while its topics were read"
                            + " (expected: a Kafka broker that runs)");
        }
    }

    @Test
    void refusesAnAddress_whereNothingAnswers() throws Exception {
        String nobody = "127.0.0.1:" + Ports.anyFree();

        CommandRun run = CommandRun.of(
                "rules",
                "simulate",
                "--release",
                Path.of("../rules").toAbsolutePath().normalize().toString(),
                "--events",
                "kafka",
                "--bootstrap",
                nobody,
                "--out",
                folder.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(nobody + " does not answer (expected: host:port of a Kafka broker)");
    }
}
