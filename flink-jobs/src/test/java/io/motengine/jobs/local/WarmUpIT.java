package io.motengine.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.jobs.testing.Events;
import io.motengine.jobs.testing.History;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.CustomerLinked;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history builds state and issues nothing; the live job goes on from the savepoint as if it had been there all along. */
class WarmUpIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant LIVE = History.END;

    @TempDir
    Path directory;

    private KafkaBroker broker;
    private int web;
    private long rows;

    @BeforeEach
    void start() throws Exception {
        broker = new KafkaBroker();
        broker.create(
                Stream.of(
                                Topics.TIME_DRIVING,
                                Topics.CONTEXT,
                                List.of(Topics.DECISIONS, Topics.actions("app-push"), Topics.actions("in-app")))
                        .flatMap(List::stream)
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

    private void credit(String id, String customer, Instant time, long yuan) {
        broker.send(Topics.TRANSACTIONS, customer, Events.credit(id, customer, time, yuan));
        rows++;
    }

    @Test
    void buildsStateAndIssuesNothing_andTheLiveJobGoesOn() throws Exception {
        rows = new History(broker).send(600);
        credit("small", "w-1", LIVE.minus(Duration.ofDays(2)), 700);
        credit("large", "w-1", LIVE.minus(Duration.ofDays(1)), 20_000);
        broker.send(Topics.CLICKS, "w-1", Events.opensForm("form", "w-1", LIVE.minus(Duration.ofMinutes(5))));
        rows++;
        credit("early", "w-1", LIVE.plus(Duration.ofMinutes(1)), 30_000);
        broker.flush();

        Process warmUp = launch("warm-up", "ordering: event-time\nwarmUpUntil: " + LIVE);
        await().atMost(LONG_ENOUGH).until(() -> reached() >= LIVE.toEpochMilli() - 1);
        String savepoint = stop(warmUp, "warm-up");

        assertThat(broker.read(Topics.DECISIONS)).isEmpty();
        assertThat(actions("app-push")).isEmpty();
        assertThat(actions("in-app")).isEmpty();
        // All but the one that is not before live running: it waits in the savepoint.
        assertThat(summary("warm-up").path("read").asLong()).isEqualTo(rows - 1);

        Process live = launch("live", "warmUpUntil: " + LIVE, "--from", savepoint);
        credit("large", "w-1", LIVE.minus(Duration.ofDays(1)), 20_000);
        credit("now", "w-1", LIVE.plus(Duration.ofMinutes(2)), 40_000);
        credit("later", "w-2", LIVE.plus(Duration.ofMinutes(20)), 100);
        await().atMost(LONG_ENOUGH)
                .until(() ->
                        actions("in-app").size() == 1 && actions("app-push").size() == 2);
        String second = stop(live, "live");

        assertThat(second).isNotEqualTo(savepoint);
        assertThat(actions("app-push").get(0)).contains("30000.00 CNY", "/tests/early");
        assertThat(actions("app-push").get(1)).contains("40000.00 CNY", "/tests/now");
        assertThat(actions("in-app").get(0)).contains("loan-abandoned", "w-1");
        assertThat(broker.read(Topics.DECISIONS))
                .extracting(WarmUpIT::text)
                .anyMatch(decision -> decision.contains("inflow30d") && decision.contains("90700"));
        JsonNode counts = summary("live");
        assertThat(counts.path("read").asLong()).isEqualTo(rows);
        assertThat(counts.path("decided").asLong()
                        + counts.path("duplicates").asLong()
                        + counts.path("skipped").asLong()
                        + counts.path("dead-letters").asLong())
                .isEqualTo(rows);
        assertThat(counts.path("duplicates").asLong())
                .isEqualTo(summary("warm-up").path("duplicates").asLong() + 1);
        assertThat(counts.has("disordered")).isFalse();
    }

    /** What one name did is on its way to the other while that one's time runs days ahead: it must not be too late there. */
    @Test
    void mergesTheNamesOfAHistory_thoseLinkedAtItsVeryEndIncluded() throws Exception {
        broker.create(List.of(Topics.INTERNAL, Topics.CUSTOMERS, Topics.DEAD_LETTERS), 2);
        looks("k-1", "o-1", LIVE.minus(Duration.ofDays(3)));
        linked("l-1", "m-1", "o-1", LIVE.minus(Duration.ofHours(70)));
        looks("k-2", "o-1", LIVE.minus(Duration.ofHours(60)));
        looks("k-3", "o-1", LIVE.minus(Duration.ofHours(50)));
        credit("far", "m-1", LIVE.minus(Duration.ofHours(1)), 100);
        looks("k-4", "o-2", LIVE.minus(Duration.ofDays(1)));
        linked("l-2", "m-2", "o-2", LIVE.minusMillis(1));
        looks("k-5", "o-2", LIVE.minusMillis(1));
        broker.flush();

        Process warmUp = launch("warm-up", "ordering: event-time\nwarmUpUntil: " + LIVE);
        await().atMost(LONG_ENOUGH).until(() -> reached() >= LIVE.toEpochMilli() - 1);
        String savepoint = stop(warmUp, "warm-up");
        assertThat(broker.read(Topics.DECISIONS)).isEmpty();

        Process live = launch("live", "warmUpUntil: " + LIVE, "--from", savepoint);
        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            Instant time = LIVE.plusSeconds(rows);
            credit("now-1-" + rows, "m-1", time, 40_000);
            credit("now-2-" + rows, "m-2", time, 40_000);
            broker.flush();
            assertThat(decidedWith("m-1", "3")).isTrue();
            assertThat(decidedWith("m-2", "2")).isTrue();
        });
        stop(live, "live");

        assertThat(broker.read(Topics.DEAD_LETTERS)).isEmpty();
        JsonNode counts = summary("live");
        assertThat(counts.path("heard").asLong()).isEqualTo(counts.path("told").asLong());
        assertThat(counts.path("read").asLong() - counts.path("heard").asLong()).isLessThanOrEqualTo(rows);
    }

    private boolean decidedWith(String customer, String clicks) {
        return broker.read(Topics.DECISIONS).stream()
                .map(WarmUpIT::text)
                .anyMatch(decision ->
                        decision.contains("\"" + customer + "\"") && decision.contains("\"clicks30d\":\"" + clicks));
    }

    private void looks(String id, String openId, Instant time) {
        broker.send(Topics.CLICKS, openId, Events.looksUnknown(id, openId, time));
        rows++;
    }

    private void linked(String id, String customer, String openId, Instant time) {
        broker.send(
                Topics.PROFILES,
                customer,
                EventWriter.write(
                        id, "/tests", customer, time, new CustomerLinked("identity", openId, "openid", false)));
        rows++;
    }

    private List<String> actions(String channel) {
        return broker.read(Topics.actions(channel)).stream().map(WarmUpIT::text).toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }

    /** Up to which event time everything has passed the last operator. */
    private long reached() {
        try {
            String job = "/jobs/"
                    + get("/jobs/overview").path("jobs").path(0).path("jid").asText();
            for (JsonNode vertex : get(job).path("vertices")) {
                if (vertex.path("name").asText().startsWith("outputs")) {
                    JsonNode marks = get(job + "/vertices/" + vertex.path("id").asText() + "/watermarks");
                    long earliest = marks.size() < 2 ? Long.MIN_VALUE : Long.MAX_VALUE;
                    for (JsonNode mark : marks) {
                        earliest = Math.min(earliest, mark.path("value").asLong(Long.MIN_VALUE));
                    }
                    return earliest;
                }
            }
        } catch (IOException e) {
            // Not up yet.
        }
        return Long.MIN_VALUE;
    }

    private JsonNode get(String path) throws IOException {
        try (InputStream answer =
                URI.create("http://localhost:" + web + path).toURL().openStream()) {
            return JSON.readTree(answer);
        }
    }

    private Process launch(String name, String settings, String... more) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name));
        Path config = folder.resolve("job.yaml");
        Files.writeString(config, """
                kafka: { bootstrapServers: "%s", startFrom: earliest }
                release: { path: "%s" }
                clock: event
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
                folder.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** Stops the job with a savepoint, and gives where that is. */
    private String stop(Process cluster, String name) throws Exception {
        cluster.getOutputStream()
                .write(("savepoint " + directory.resolve("savepoints") + "\n").getBytes(StandardCharsets.UTF_8));
        cluster.getOutputStream().flush();
        assertThat(cluster.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(cluster.exitValue()).as(String.join("\n", lines(name))).isZero();
        return told(name, "STATUS").path("savepoint").asText();
    }

    private JsonNode summary(String name) throws IOException {
        return told(name, "SUMMARY");
    }

    private JsonNode told(String name, String word) throws IOException {
        String last = lines(name).stream()
                .filter(line -> line.startsWith(word + " "))
                .reduce((first, second) -> second)
                .orElseThrow();
        return JSON.readTree(last.substring(word.length() + 1));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(directory.resolve(name).resolve("out"));
    }
}
