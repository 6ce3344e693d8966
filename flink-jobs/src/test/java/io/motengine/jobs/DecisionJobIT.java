package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.CloudEventHeaders;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events in, one action out, through the real broker. */
class DecisionJobIT {
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
                2);
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource(DeliveryMode.class)
    void answersALargeInflowWithAnAction(DeliveryMode mode) throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(fixture.live(mode))) {
            Instant now = Instant.now();
            broker.send(Topics.TRANSACTIONS, "c-1", Events.credit("t-1", "c-1", now, 50_000));
            broker.send(Topics.TRANSACTIONS, "c-1", Events.credit("t-1", "c-1", now, 50_000));
            broker.send(Topics.TRANSACTIONS, "c-2", Events.credit("t-2", "c-2", now, 100));
            broker.flush();

            String actions = Topics.actions("app-push");
            List<ConsumerRecord<byte[], byte[]>> records =
                    await().atMost(Duration.ofSeconds(60)).until(() -> broker.read(actions), read -> !read.isEmpty());

            assertThat(records).hasSize(1);
            ConsumerRecord<byte[], byte[]> record = records.get(0);
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("c-1");
            assertThat(header(record, CloudEventHeaders.CONTENT_TYPE)).isEqualTo(CloudEventHeaders.STRUCTURED_JSON);
            assertThat(header(record, CloudEventHeaders.TYPE)).isEqualTo(ActionIssued.TYPE);
            assertThat(Long.parseLong(header(record, CloudEventHeaders.INGRESS)))
                    .isBetween(now.toEpochMilli(), record.timestamp());
            ActionIssued action = (ActionIssued) ActionCodec.read(record.value());
            assertThat(action.strategy()).isEqualTo("inflow-welcome");
            assertThat(action.momentInstance()).isEqualTo("/tests/t-1");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !broker.read(Topics.DECISIONS).isEmpty());
            assertThat(broker.read(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(job.runs()).isTrue();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
