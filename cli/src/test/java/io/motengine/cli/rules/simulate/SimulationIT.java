package io.motengine.cli.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motengine.cli.CommandRun;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.job.Job;
import io.motengine.cli.job.JobSettings;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.OutputTopics;
import io.motengine.cli.wire.TopicScan;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.Origin;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on Flink and the simulator decide the same recorded stream the same: every action and every decision record, by id and
 * content. Of a range of time the simulator decides what lies in it, and nothing else.
 */
final class SimulationIT {
    private static final Path RULES = Path.of("../rules").toAbsolutePath().normalize();

    @TempDir
    private static Path runs;

    private static RunDirectory directory;
    private static Broker broker;

    @TempDir
    private Path folder;

    @BeforeAll
    static void record() throws Exception {
        directory = RunDirectory.open(runs.resolve("run"), false);
        broker = Broker.start(directory, 4);
        RecordedBank bank = new RecordedBank(broker);
        bank.publishLife();
        bank.publishAnswers(simulated(runs.resolve("without-answers"), "kafka", "--as-history"));
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
        directory.close();
    }

    @Test
    void jobAndSimulator_decideTheSame() throws Exception {
        List<String> simulated = simulated(folder.resolve("all"), "kafka", "--as-history");
        List<String> ofRange = simulated(
                folder.resolve("range"),
                "kafka",
                "--as-history",
                "--from",
                "2000-01-01T00:00:00Z",
                "--until",
                RecordedBank.UNTIL.toString());
        List<String> decided = decided();

        assertThat(decided).hasSizeGreaterThan(500);
        assertThat(decided).anyMatch(line -> line.contains("mot.action.issued.v1") && line.contains("\"rung\":1"));
        assertSame(decided, simulated);
        assertSame(decided, ofRange);
    }

    private static void assertSame(List<String> decided, List<String> simulated) {
        assertThat(without(decided, simulated)).as("records of the job alone").isEmpty();
        assertThat(without(simulated, decided))
                .as("records of the simulator alone")
                .isEmpty();
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left;
    }

    /** The range begins at one event and ends at another: the first is in it, the last is not. */
    @Test
    void decidesARange_asTheLinesThatLieInIt() throws Exception {
        List<Line> all = recorded();
        Instant from = all.get(all.size() / 20).time();
        Instant until = all.get(all.size() / 5 * 4).time();
        List<Line> inside = all.stream()
                .filter(line -> line.time().compareTo(from) >= 0 && line.time().compareTo(until) < 0)
                .toList();
        Path lines = folder.resolve("lines.jsonl");
        Files.write(lines, inside.stream().map(Line::text).toList());

        List<String> ofRange =
                simulated(folder.resolve("range"), "kafka", "--from", from.toString(), "--until", until.toString());
        List<String> ofLines = simulated(folder.resolve("lines"), lines.toString(), "--until", until.toString());

        assertThat(ofRange.stream().filter(line -> line.contains("mot.action.issued.v1")))
                .hasSizeGreaterThan(20);
        assertThat(withoutPlaces(ofRange)).isEqualTo(withoutPlaces(ofLines));
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("range/report.json").toFile());
        assertThat(report.get("outsideTimes").asInt()).isEqualTo(all.size() - inside.size());
    }

    /** One event as it stands on its topic. */
    private record Line(Recorded recorded, String text) {
        Instant time() {
            return recorded.event().time();
        }
    }

    /** In the order of time, topic, partition and offset. */
    private static List<Line> recorded() {
        List<Line> lines = new ArrayList<>();
        TopicScan.read(broker.bootstrap(), EventTopics.SOURCES, record -> lines.add(line(record)));
        lines.sort((one, other) -> Recorded.IN_TIME.compare(one.recorded(), other.recorded()));
        return lines;
    }

    private static Line line(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Line(
                    new Recorded(
                            EnvelopeReader.read(record.key(), record.value(), RecordHeaders.NONE),
                            new Origin(record.topic(), record.partition(), record.offset())),
                    new String(record.value(), StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines of a file stand elsewhere than records of a topic. */
    private static List<String> withoutPlaces(List<String> records) {
        return records.stream()
                .map(record -> record.replaceAll("\"origin\":\\{[^}]*}", "\"origin\":{}"))
                .sorted()
                .toList();
    }

    @Test
    void refusesARange_thatHoldsNothing() {
        CommandRun nothing =
                run(folder, "kafka", "--from", "2031-01-01T00:00:00+08:00", "--until", "2031-02-01T00:00:00+08:00");

        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err())
                .containsPattern("--from, --until: none of the [\\d,]+ events lies in that time"
                        + " \\(expected: a time between 2025-\\S+ and 2025-03-15\\S+\\)");
        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    @Test
    void refusesABroker_withoutTheTopics() throws Exception {
        try (RunDirectory other = RunDirectory.open(folder.resolve("run"), false);
                Broker empty = Broker.start(other, 1)) {
            CommandRun run = CommandRun.of(
                    "rules",
                    "simulate",
                    "--release",
                    RULES.toString(),
                    "--out",
                    folder.toString(),
                    "--events",
                    "kafka",
                    "--bootstrap",
                    empty.bootstrap());

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains(empty.bootstrap() + " has none of the topics that the job reads (expected: "
                            + Topics.TRANSACTIONS);
        }
    }

    private static List<String> simulated(Path out, String events, String... more) throws IOException {
        CommandRun run = run(
                out,
                events,
                Stream.concat(Stream.of("--records"), Stream.of(more)).toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        List<String> records = new ArrayList<>(Files.readAllLines(out.resolve("actions.jsonl")));
        records.addAll(Files.readAllLines(out.resolve("decisions.jsonl")));
        records.sort(null);
        return records;
    }

    private static CommandRun run(Path out, String events, String... more) {
        return CommandRun.of(
                "rules",
                new String[] {
                    "simulate",
                    "--release",
                    RULES.toString(),
                    "--events",
                    events,
                    "--bootstrap",
                    broker.bootstrap(),
                    "--out",
                    out.toString()
                },
                more);
    }

    private static List<String> decided() throws Exception {
        JobSettings settings = new JobSettings(broker.bootstrap(), RULES, "exact", 5, 2, RecordedBank.UNTIL, null);
        try (Job job = Job.start(settings, Ports.anyFree(), directory)) {
            assertThat(job.ended().get(4, TimeUnit.MINUTES)).as(job.reason()).isZero();
        }
        List<String> records = new ArrayList<>();
        try (OutputTopics outputs = new OutputTopics(broker.bootstrap())) {
            while (!outputs.isAtEnd()) {
                for (ConsumerRecord<byte[], byte[]> record : outputs.poll(Duration.ofMillis(200))) {
                    if (record.topic().equals(Topics.DECISIONS) || OutputTopics.isActions(record.topic())) {
                        records.add(new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        records.sort(null);
        return records;
    }
}
