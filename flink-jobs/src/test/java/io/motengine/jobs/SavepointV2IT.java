package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.jobs.tally.Tally;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A savepoint that version 2 wrote restores, with nothing left out. Who is in it, its README says.
 *
 * <p>With {@code -Dfixtures.update=true} it is written anew instead; run it again without.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SavepointV2IT {
    private static final String UPDATE = "fixtures.update";
    private static final Path SAVEPOINT = Path.of("src/test/resources/savepoint-v2");
    private static final String APP_PUSH = Topics.actions("app-push");
    private static final String IN_APP = Topics.actions("in-app");
    private static final String SMS = Topics.actions("sms");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Tuesday evening in Shanghai: the loan forms' ten minutes are over, and the quiet hours are not. */
    private static final Instant TUESDAY = Instant.parse("2026-03-03T22:41:00+08:00");

    /** Tallies come with heartbeats. */
    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            JobFixture.cluster(flink -> flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(300)));

    @TempDir
    Path directory;

    private KafkaBroker broker;

    /** An event of then, and the topic on which it came. */
    private record Old(String topic, JsonNode event) {}

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
    @Order(1)
    @EnabledIfSystemProperty(named = UPDATE, matches = "true")
    void isWrittenAnew() throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.startForASmallSavepoint(fixture.simulation(), SAVEPOINT.resolve("release"))) {
            long sent = 0;
            for (Old old : whatWasReadThen()) {
                send(old);
                long all = ++sent;
                await().atMost(PATIENCE).until(() -> job.tallied(Tally.DECIDED) == all);
            }
            Files.copy(
                    job.stopWithSavepoint(directory).resolve("_metadata"),
                    SAVEPOINT.resolve("_metadata"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(customers(APP_PUSH)).containsExactlyInAnyOrder("adam", "dora", "dora", "hal");
        assertThat(customers(IN_APP)).isEmpty();
        assertThat(customers(SMS)).isEmpty();
    }

    @Test
    @Order(2)
    void whatVersion2RememberedGoesOn() throws Exception {
        List<Old> all = whatWasReadThen();
        for (Old old : all) {
            send(old);
        }
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.restore(fixture.simulation(), SAVEPOINT.resolve("release"), SAVEPOINT)) {
            List<Old> ofTheDay = all.stream()
                    .filter(old -> old.event().get("time").asText().startsWith("2026-03-03"))
                    .toList();
            for (Old old : ofTheDay) {
                send(old);
            }
            await().atMost(PATIENCE).until(() -> job.tallied(Tally.DUPLICATES) == ofTheDay.size());
            send("adam", Events.credit("new-1", "adam", TUESDAY, 25_000));
            send("beth", Events.credit("new-2", "beth", TUESDAY.plusSeconds(1), 20_000));
            send("gail", Events.credit("new-3", "gail", TUESDAY.plusSeconds(2), 20_000));
            await().atMost(PATIENCE).until(() -> customers(IN_APP).size() >= 2 && decided("new-2") && decided("new-3"));
            send("dora", Events.credit("new-4", "dora", TUESDAY.plus(Duration.ofHours(17)), 30_000));
            send("beth", Events.credit("new-5", "beth", Instant.parse("2026-03-18T01:00:00Z"), 1));
            await().atMost(PATIENCE)
                    .until(() -> decided("new-4")
                            && decided("2026-03-17")
                            && !customers(SMS).isEmpty());

            assertThat(decisions())
                    .noneMatch(decision -> "/fixture".equals(decision.cause().source()));
            sumsGoOn();
            capsHold();
            assertThat(customers(IN_APP)).as("waited for a form").containsExactlyInAnyOrder("adam", "evan");
            assertThat(customers(APP_PUSH))
                    .as("waited for the morning")
                    .containsExactlyInAnyOrder("adam", "beth", "gail");
            assertThat(customers(SMS)).as("next step").containsExactly("hal");
            assertThat(decision("2026-03-17").moments()).hasSize(1);
            assertThat(decision("2026-03-17").customer()).isEqualTo("adam");
            assertThat(job.runs()).isTrue();
        }
    }

    private void sumsGoOn() throws Exception {
        assertThat(decision("new-1").features().get("inflow30d")).startsWith("55000.45 CNY");
        assertThat(decision("new-2").features().get("inflow30d")).startsWith("35010.55 CNY");
    }

    private void capsHold() throws Exception {
        assertThat(reasons("new-2")).containsExactly("quiet-hours");
        assertThat(reasons("new-3")).as("one waits for that day").containsExactly("day-cap");
        assertThat(reasons("new-4")).containsExactly("week-cap");
    }

    private static List<Old> whatWasReadThen() throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<Old> all = new ArrayList<>();
        for (String line : Files.readAllLines(SAVEPOINT.resolve("events.jsonl"))) {
            JsonNode record = json.readTree(line);
            all.add(new Old(record.get("topic").asText(), record.get("event")));
        }
        return all;
    }

    private void send(Old old) throws Exception {
        broker.send(
                old.topic(), old.event().get("subject").asText(), new ObjectMapper().writeValueAsBytes(old.event()));
        broker.flush();
    }

    private void send(String customer, byte[] event) throws Exception {
        broker.send(Topics.TRANSACTIONS, customer, event);
        broker.flush();
    }

    private boolean decided(String cause) throws Exception {
        return decisions().stream()
                .anyMatch(decision -> decision.cause().eventId().equals(cause));
    }

    private List<String> reasons(String cause) throws Exception {
        return decision(cause).candidates().stream().map(CandidateFate::reason).toList();
    }

    private DecisionRecord decision(String cause) throws Exception {
        return decisions().stream()
                .filter(decision -> decision.cause().eventId().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    private List<DecisionRecord> decisions() throws Exception {
        List<DecisionRecord> decisions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : broker.read(Topics.DECISIONS)) {
            decisions.add(DecisionCodec.read(record.value()));
        }
        return decisions;
    }

    private List<String> customers(String topic) {
        return broker.read(topic).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }
}
