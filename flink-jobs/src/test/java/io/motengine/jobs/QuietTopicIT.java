package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.DecisionCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Live, time passes where nothing happens, and only there. */
class QuietTopicIT {
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);
    private static final String IN_APP = Topics.actions("in-app");

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster();

    @TempDir
    Path directory;

    private KafkaBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.concat(Topics.TIME_DRIVING.stream(), Topics.CONTEXT.stream())
                        .toList(),
                3);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void anAbsenceIsNoticed_whenNothingElseHappens() throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(fixture.live(DeliveryMode.FAST))) {
            Instant opened = Instant.now().minus(ABANDONED_AFTER).plusSeconds(1);
            // The transaction's marker lies behind it: offsets alone never say that this partition is read to its end.
            broker.sendInTransaction(Topics.CLICKS, "c-1", Events.opensForm("e-1", "c-1", opened));

            await().atMost(Duration.ofSeconds(60)).until(() -> customers(IN_APP).equals(List.of("c-1")));
            assertThat(job.runs()).isTrue();
        }
    }

    @Test
    void anOutagesBacklogIsNotLate_whenAnotherTopicIsQuiet() throws Exception {
        Instant start = Instant.now().minus(Duration.ofHours(1));
        int looks = 30_000;
        broker.send(Topics.CLICKS, "hurried", Events.opensForm("e-1", "hurried", start));
        broker.send(Topics.CLICKS, "hesitant", Events.opensForm("e-2", "hesitant", start));
        for (int i = 0; i < looks; i++) {
            String customer = "c-" + i % 50;
            Instant time = start.plus(Duration.ofMinutes(9).multipliedBy(i).dividedBy(looks));
            broker.send(Topics.CLICKS, customer, Events.looks("l-" + i, customer, time));
        }
        broker.send(Topics.CLICKS, "hurried", Events.submitsForm("e-3", "hurried", start.plus(Duration.ofMinutes(9))));
        broker.send(Topics.CLICKS, "c-1", Events.credit("e-4", "c-1", start.plus(Duration.ofMinutes(9)), 50_000));
        broker.flush();

        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(JobFixture.inSmallBites(fixture.live(DeliveryMode.FAST)))) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> !customers(IN_APP).isEmpty());

            assertThat(job.runs()).isTrue();
            assertThat(customers(IN_APP)).containsExactly("hesitant");
            for (ConsumerRecord<byte[], byte[]> decision : broker.read(Topics.DECISIONS)) {
                assertThat(DecisionCodec.read(decision.value()).cause().late()).isFalse();
            }
        }
    }

    @Test
    void timeIsThatOfTheOthers_inASimulation() throws Exception {
        Instant simulated = Instant.parse("2031-01-01T00:00:00Z");
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(fixture.simulation())) {
            broker.send(Topics.CLICKS, "c-1", Events.opensForm("e-1", "c-1", simulated));
            Instant later = simulated.plus(ABANDONED_AFTER).plusSeconds(10);
            broker.send(Topics.TRANSACTIONS, "c-2", Events.credit("e-2", "c-2", later, 100));
            broker.flush();

            await().atMost(Duration.ofSeconds(60)).until(() -> customers(IN_APP).equals(List.of("c-1")));
            assertThat(job.runs()).isTrue();
        }
    }

    private List<String> customers(String topic) {
        return broker.read(topic).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }
}
