package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint that version 1 wrote restores, with nothing left out. Who is in it, its README says. */
class SavepointV1IT {
    private static final Path SAVEPOINT = Path.of("src/test/resources/savepoint-v1");
    private static final String APP_PUSH = Topics.actions("app-push");
    private static final String IN_APP = Topics.actions("in-app");
    private static final Set<String> TIME_DRIVING = Set.copyOf(Topics.TIME_DRIVING);
    private static final Set<String> CONTEXT = Set.copyOf(Topics.CONTEXT);
    private static final Instant TUESDAY = Instant.parse("2026-03-03T05:00:00Z");

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
        sendWhatWasReadThen(Set.of());
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void whatVersion1RememberedGoesOn() throws Exception {
        JobFixture fixture = new JobFixture(broker, directory);
        try (RunningJob job = fixture.restore(fixture.simulation(), SAVEPOINT.resolve("release"), SAVEPOINT)) {
            sendWhatWasReadThen(CONTEXT);
            send("adam", Events.credit("new-1", "adam", TUESDAY, 25_000));
            send("beth", Events.credit("new-2", "beth", TUESDAY.plusSeconds(1), 20_000));
            await().atMost(Duration.ofSeconds(60)).until(() -> customers(IN_APP).size() >= 2 && decided("new-2"));
            // Version 1 forgot these after a day: sent again they count, and say since when adam has been known.
            sendWhatWasReadThen(TIME_DRIVING);
            send("dora", Events.credit("new-3", "dora", TUESDAY.plus(Duration.ofDays(1)), 30_000));
            send("beth", Events.credit("new-4", "beth", Instant.parse("2026-03-18T01:00:00Z"), 1));
            await().atMost(Duration.ofSeconds(60)).until(() -> decided("new-3") && decided("2026-03-17"));

            assertThat(decisions())
                    .noneMatch(decision -> decision.cause().eventId().startsWith("old-"));
            assertThat(customers(IN_APP)).containsExactlyInAnyOrder("adam", "evan");
            assertThat(customers(APP_PUSH)).containsExactly("beth");
            assertThat(decision("new-1").features()).containsEntry("inflow30d", "55000.45 CNY (since 2026-03-03)");
            assertThat(decision("new-2").features().get("inflow30d")).startsWith("35010.55 CNY (since ");
            assertThat(decision("new-1").candidates())
                    .extracting(CandidateFate::reason)
                    .containsExactly("day-cap");
            assertThat(decision("new-3").candidates())
                    .extracting(CandidateFate::reason)
                    .containsExactly("week-cap");
            assertThat(decision("2026-03-17").moments()).hasSize(1);
            assertThat(decision("2026-03-17").customer()).isEqualTo("adam");
            assertThat(job.runs()).isTrue();
        }
    }

    /** In the order of then, so that offsets mean the same. Sent once more, they are duplicates. */
    private void sendWhatWasReadThen(Set<String> butFor) throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(SAVEPOINT.resolve("events.jsonl"))) {
            JsonNode record = json.readTree(line);
            if (butFor.contains(record.get("topic").asText())) {
                continue;
            }
            broker.send(
                    record.get("topic").asText(),
                    record.at("/event/subject").asText(),
                    json.writeValueAsBytes(record.get("event")));
        }
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
