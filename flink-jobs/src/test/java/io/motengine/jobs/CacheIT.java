package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.CacheConfig;
import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.Outputs;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job whose few records at hand are always on the move, killed ten times, against one that nobody disturbs. */
class CacheIT {
    private static final int CRASHES = 10;
    private static final int EVENTS_BETWEEN = 3_000;
    private static final int CUSTOMERS = 2_000;
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ACTIONS = Topics.actions("app-push");

    /** Room for about a third of the customers, who are known to it unevenly. */
    private static final CacheConfig TINY = new CacheConfig(1, 20);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster();

    @TempDir
    Path directory;

    private final Random random = new Random(7);
    private KafkaBroker broker;
    private Outputs outputs;
    private int sent;
    private int moments;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.of(Topics.TIME_DRIVING, Topics.CONTEXT, List.of(Topics.INTERNAL, ACTIONS, Topics.DECISIONS))
                        .flatMap(List::stream)
                        .toList(),
                2);
        outputs =
                new Outputs(broker, List.of(ACTIONS, Topics.actions("in-app"), Topics.DECISIONS, Topics.DEAD_LETTERS));
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void decidesAsIfUndisturbed_whenKilledTenTimes(@InjectMiniCluster MiniCluster cluster) throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(JobFixture.with(TINY, fixture.simulation(DeliveryMode.EXACT)))) {
            for (int crash = 0; crash < CRASHES; crash++) {
                int before = issued();
                sendSome();
                // Some of it is in a checkpoint, some is not.
                await().atMost(PATIENCE).until(() -> issued() > before);
                cluster.terminateTaskManager(0).get();
                cluster.startTaskManager();
            }
            sendSome();
            everybodyOnceMore();
            await().atMost(PATIENCE).until(() -> issued() >= moments);
            assertThat(job.runs()).isTrue();
        }
        List<String> disturbed = outputs.take();

        try (RunningJob job = fixture.start(fixture.simulation())) {
            await().atMost(PATIENCE).until(() -> issued() >= 2 * moments);
            assertThat(job.runs()).isTrue();
        }
        assertThat(disturbed).hasSizeGreaterThan(2 * CUSTOMERS).isEqualTo(outputs.take());
    }

    private int issued() {
        return broker.read(ACTIONS).size();
    }

    /** Some customers are heard of far more often than others. */
    private void sendSome() throws Exception {
        for (int i = 0; i < EVENTS_BETWEEN; i++) {
            String customer = "c-" + (int) (CUSTOMERS * Math.pow(random.nextDouble(), 3));
            if (random.nextInt(4) == 0) {
                send(customer, Events.looks("e-" + sent, customer, now()));
            } else {
                credit(customer, random.nextInt(20) == 0 ? 30_000 : 100);
            }
            if (i % 50 == 0) {
                send(customer, Events.opensForm("e-" + sent, customer, now()));
            }
        }
        broker.flush();
    }

    /** What is decided then shows all that was remembered of them. */
    private void everybodyOnceMore() throws Exception {
        for (int i = 0; i < CUSTOMERS; i++) {
            credit("c-" + i, 30_000);
        }
        broker.flush();
    }

    private void credit(String customer, long yuan) {
        send(customer, Events.credit("e-" + sent, customer, now(), yuan));
        moments += yuan == 30_000 ? 1 : 0;
    }

    /** On one topic, so that each customer's events have one order. */
    private void send(String customer, byte[] event) {
        broker.send(Topics.TRANSACTIONS, customer, event);
        sent++;
    }

    private Instant now() {
        return START.plus(STEP.multipliedBy(sent));
    }
}
