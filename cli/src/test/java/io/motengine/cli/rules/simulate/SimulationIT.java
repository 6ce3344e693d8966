package io.motengine.cli.rules.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.CommandRun;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.job.Job;
import io.motengine.cli.job.JobSettings;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.simulator.Bank;
import io.motengine.cli.simulator.BankEvent;
import io.motengine.cli.simulator.BankPlan;
import io.motengine.cli.simulator.Channels;
import io.motengine.cli.wire.EventTopics;
import io.motengine.cli.wire.OutputTopics;
import io.motengine.cli.wire.Publisher;
import io.motengine.schemas.Topics;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.EventWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on Flink and the simulator decide the same recorded stream the same: every action and every decision record, by id and
 * content.
 */
final class SimulationIT {
    private static final Path RULES = Path.of("../rules").toAbsolutePath().normalize();
    private static final Instant START = Instant.parse("2025-03-09T23:00:00Z");
    private static final int DAYS = 6;
    private static final BankPlan PLAN = new BankPlan(7, 300, START, ZoneId.of("Asia/Shanghai"), BankPlan.USUAL_EVENTS);

    /** The end of the last day in the bank's zone: for both, the last moment at which anything falls due. */
    private static final Instant UNTIL = Instant.parse("2025-03-15T16:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void jobAndSimulator_decideTheSame() throws Exception {
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"), false);
                Broker broker = Broker.start(directory, 4)) {
            broker.createTopics(Stream.concat(EventTopics.SOURCES.stream(), EventTopics.OUTPUTS.stream())
                    .toList());
            publish(events(), broker.bootstrap());
            // What channels answer makes ladders, refusals and cool-downs part of the history.
            publish(answers(simulated(broker, folder.resolve("without-answers"))), broker.bootstrap());

            List<String> simulated = simulated(broker, folder.resolve("out"));
            List<String> decided = decided(broker, directory);

            assertThat(decided).hasSizeGreaterThan(500);
            assertThat(decided).anyMatch(line -> line.contains("mot.action.issued.v1") && line.contains("\"rung\":1"));
            assertThat(simulated).isEqualTo(decided);
        }
    }

    private static List<BankEvent> events() {
        Bank bank = new Bank(PLAN);
        List<BankEvent> events = new ArrayList<>(bank.opening().toList());
        Iterator<BankEvent> life = bank.life();
        Instant end = START.plus(Duration.ofDays(DAYS)).minus(Duration.ofHours(8));
        for (BankEvent event = life.next(); event.time().isBefore(end); event = life.next()) {
            events.add(event);
            if (events.size() % 97 == 0) {
                events.add(event);
            }
        }
        return events;
    }

    private static List<BankEvent> answers(List<String> records) throws Exception {
        Channels channels = new Channels(7);
        List<BankEvent> answers = new ArrayList<>();
        for (String record : records) {
            if (record.contains("mot.action.issued.v1")) {
                ActionIssued action = (ActionIssued) ActionCodec.read(record.getBytes(StandardCharsets.UTF_8));
                answers.addAll(channels.answer(action.id(), action.customer(), action.channel(), action.notBefore()));
            }
        }
        answers.removeIf(answer -> !answer.time().isBefore(UNTIL));
        answers.sort(BankEvent.IN_TIME);
        return answers;
    }

    private static void publish(List<BankEvent> events, String bootstrap) {
        try (Publisher publisher = new Publisher(bootstrap, 20)) {
            for (BankEvent event : events) {
                byte[] message =
                        EventWriter.write(event.id(), event.source(), event.customer(), event.time(), event.body());
                publisher.publish(EventTopics.of(event.body()), event.customer(), message);
            }
            publisher.flush();
        }
    }

    private static List<String> simulated(Broker broker, Path out) throws Exception {
        CommandRun run = CommandRun.of("rules", new String[] {
            "simulate",
            "--release",
            RULES.toString(),
            "--events",
            "kafka",
            "--bootstrap",
            broker.bootstrap(),
            "--as-history",
            "--records",
            "--out",
            out.toString()
        });
        assertThat(run.code()).as(run.err()).isZero();
        List<String> records = new ArrayList<>(Files.readAllLines(out.resolve("actions.jsonl")));
        records.addAll(Files.readAllLines(out.resolve("decisions.jsonl")));
        records.sort(null);
        return records;
    }

    private static List<String> decided(Broker broker, RunDirectory directory) throws Exception {
        JobSettings settings = new JobSettings(broker.bootstrap(), RULES, "exact", 5, 2, UNTIL, null);
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
