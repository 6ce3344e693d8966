package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.StopCodec;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.stop.StopChanged;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a stop on the topic to its effect on every subtask, through the real broker, while events keep coming. */
class StopsIT {
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final int SUBTASKS = 2;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = JobFixture.cluster();

    @TempDir
    Path directory;

    private final AtomicInteger next = new AtomicInteger();
    private final ScheduledExecutorService feeder = Executors.newSingleThreadScheduledExecutor();
    private KafkaBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.concat(Topics.TIME_DRIVING.stream(), Topics.CONTEXT.stream())
                        .toList(),
                SUBTASKS);
    }

    @AfterEach
    void stop() throws Exception {
        feeder.shutdown();
        assertThat(feeder.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        broker.close();
    }

    /** By a producer of its own, so that events go on meanwhile. */
    private void say(String what, boolean holds) throws Exception {
        StopChanged stop = new StopChanged("s-" + next, Instant.now(), what, holds, "tests", null);
        byte[] key = what.getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.STOPS, key, StopCodec.write(stop)))
                    .get();
        }
    }

    /** A customer never seen before, so that no cap holds. */
    private void inflow() {
        String id = Integer.toString(next.incrementAndGet());
        broker.send(Topics.TRANSACTIONS, "c-" + id, Events.credit("t-" + id, "c-" + id, Instant.now(), 50_000));
    }

    private List<DecisionRecord> decisions() throws Exception {
        List<DecisionRecord> decisions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : broker.read(Topics.DECISIONS)) {
            decisions.add(DecisionCodec.read(record.value()));
        }
        return decisions;
    }

    private boolean isStopped(String customer) throws Exception {
        return decisions().stream().anyMatch(decision -> decision.customer().equals(customer) && isStopped(decision));
    }

    private static boolean isStopped(DecisionRecord decision) {
        return decision.candidates().stream().anyMatch(candidate -> "stopped".equals(candidate.reason()));
    }

    private long actions() {
        return broker.read(Topics.actions("app-push")).size();
    }

    /** Every customer gets an action, so what comes in is decided soon. */
    private boolean keepsPace() {
        return next.get() - actions() < 50 && actions() > 20;
    }

    private boolean acts() throws Exception {
        List<DecisionRecord> decisions = decisions();
        return !isStopped(decisions.get(decisions.size() - 1));
    }

    /** Waits until what comes in is stopped, then says how long after the stop was said the last action left. */
    private Duration exposure(Instant said) throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        decisions().stream().anyMatch(decision -> decision.now().isAfter(said) && isStopped(decision)));
        String later = "c-" + (next.get() + 100);
        await().atMost(Duration.ofSeconds(20)).until(() -> decided(later));
        assertThat(isStopped(later)).isTrue();
        long last = broker.read(Topics.actions("app-push")).stream()
                .mapToLong(ConsumerRecord::timestamp)
                .max()
                .orElseThrow();
        return Duration.ofMillis(Math.max(0, last - said.toEpochMilli()));
    }

    private boolean decided(String customer) throws Exception {
        return decisions().stream().anyMatch(decision -> decision.customer().equals(customer));
    }

    @Test
    void takesEffectWithinTwoSeconds_andSurvivesARestart_andIsLifted() throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.start(fixture.live(DeliveryMode.FAST))) {
            Duration first;
            Duration second;
            Future<?> feeding = feeder.scheduleAtFixedRate(this::inflow, 0, 5, TimeUnit.MILLISECONDS);
            try {
                await().atMost(Duration.ofSeconds(60)).until(this::keepsPace);

                // The topic does not exist yet: the first stop of all is the slowest.
                Instant said = Instant.now();
                say("channel:app-push", true);
                first = exposure(said);
                say("channel:app-push", false);
                await().atMost(Duration.ofSeconds(20)).until(this::acts);
                said = Instant.now();
                say("all", true);
                second = exposure(said);
            } finally {
                feeding.cancel(false);
            }

            System.out.println(
                    "stop to last action: first " + first.toMillis() + " ms, then " + second.toMillis() + " ms");
            assertThat(first).isLessThan(AT_MOST);
            assertThat(second).isLessThan(AT_MOST);
            assertThat(job.runs()).isTrue();
        }
        long before = actions();
        try (RunningJob job = fixture.start(fixture.live(DeliveryMode.FAST))) {
            inflow();
            String customer = "c-" + next.get();
            await().atMost(Duration.ofSeconds(60)).until(() -> decided(customer));
            assertThat(isStopped(customer)).isTrue();
            assertThat(actions())
                    .as("a job that starts knows what is stopped before its first event")
                    .isEqualTo(before);
            assertThat(job.runs()).isTrue();
        }
    }
}
