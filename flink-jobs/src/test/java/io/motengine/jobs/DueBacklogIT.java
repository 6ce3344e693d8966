package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Many customers due at once, in a running job: what else there is to do goes on meanwhile. */
class DueBacklogIT {
    private static final int CUSTOMERS = 16_000;
    private static final int PER_SECOND = 1_000;
    private static final int SUBTASKS = 2;
    private static final String IN_APP = Topics.actions("in-app");
    private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster(REPORTER::addToConfiguration);

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

    @Test
    void eventsAndCheckpointsDoNotWait() throws Exception {
        Instant opened = Instant.now().minus(Duration.ofMinutes(10)).plusSeconds(5);
        for (int i = 0; i < CUSTOMERS; i++) {
            broker.send(Topics.CLICKS, "c-" + i, Events.opensForm("e-" + i, "c-" + i, opened));
        }
        broker.flush();

        JobFixture fixture = new JobFixture(broker, directory);
        DueConfig due = new DueConfig(PER_SECOND, null);
        try (RunningJob job = fixture.start(JobFixture.with(due, fixture.live(DeliveryMode.FAST)))) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !broker.read(IN_APP).isEmpty());
            int checkpoint = newestCheckpoint();
            broker.send(Topics.TRANSACTIONS, "c-1", Events.credit("new", "c-1", Instant.now(), 50_000));
            broker.flush();
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            !broker.read(Topics.actions("app-push")).isEmpty() && newestCheckpoint() > checkpoint + 1);

            assertThat(broker.read(IN_APP)).hasSizeLessThan(CUSTOMERS);
            assertThat(backlogMillis(job)).anyMatch(millis -> millis > 0);

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> broker.read(IN_APP).size() >= CUSTOMERS);
            assertEachOnceAndNoFaster(broker.read(IN_APP));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> backlogMillis(job).stream().allMatch(millis -> millis == 0));
            assertThat(deferred(job)).isGreaterThan(CUSTOMERS / 2);
            assertThat(job.runs()).isTrue();
        }
    }

    private static void assertEachOnceAndNoFaster(List<ConsumerRecord<byte[], byte[]>> actions) {
        assertThat(actions.stream().map(action -> new String(action.key(), StandardCharsets.UTF_8)))
                .hasSize(CUSTOMERS)
                .doesNotHaveDuplicates();
        List<Long> times =
                actions.stream().map(ConsumerRecord::timestamp).sorted().toList();
        long took = times.get(CUSTOMERS - 1) - times.get(0);
        int burst = SUBTASKS * PER_SECOND / 10;
        // Kafka's stamps are some milliseconds behind the operator's clock, and not always equally so.
        assertThat(took).isGreaterThan(900L * (CUSTOMERS - burst) / (SUBTASKS * PER_SECOND));
    }

    private int newestCheckpoint() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(file -> file.getParent().getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring("chk-".length())))
                    .max()
                    .orElse(0);
        }
    }

    private static List<Long> backlogMillis(RunningJob job) {
        return metrics(job, "dueBacklogMillis").stream()
                .map(metric -> (Long) ((Gauge<?>) metric).getValue())
                .toList();
    }

    private static long deferred(RunningJob job) {
        return metrics(job, "dueDeferred").stream()
                .mapToLong(metric -> ((Counter) metric).getCount())
                .sum();
    }

    private static List<Metric> metrics(RunningJob job, String name) {
        return List.copyOf(REPORTER.findMetrics(job.id(), "." + name).values());
    }
}
