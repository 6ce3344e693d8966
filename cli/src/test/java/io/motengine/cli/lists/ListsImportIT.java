package io.motengine.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.MotProcess;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.process.RunDirectory;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people run it, against a real broker that it finds where a demo would have left it. */
final class ListsImportIT {
    @TempDir
    private Path folder;

    private String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("lists", "import", folder.resolve("names.csv").toString()));
        command.addAll(List.of(options));
        try (MotProcess mot = MotProcess.start(folder, command.toArray(String[]::new))) {
            assertThat(mot.exitCode()).as(mot.output()).isZero();
            return mot.output();
        }
    }

    private static List<EventEnvelope> listed(String bootstrap) throws Exception {
        List<EventEnvelope> events = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.LISTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    events.add(EnvelopeReader.read(message.key(), message.value(), name -> null));
                }
            }
        }
        return events;
    }

    @Test
    void publishesEachCustomerOnce_andTheSameAgain() throws Exception {
        Files.writeString(folder.resolve("names.csv"), "customer,name\nC1,Wang\nC2,Li\nC1,Wang\n");
        LocalDate until = LocalDate.now(ZoneId.systemDefault()).plusDays(30);
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"), false);
                Broker broker = Broker.start(directory, 2)) {
            broker.createTopics(List.of(Topics.LISTS));

            String first = run("--label", "spring-campaign", "--until", until.toString());
            run("--label", "spring-campaign", "--until", until.toString());
            run("--label", "spring-campaign", "--off", "--bootstrap", broker.bootstrap());

            assertThat(first).containsPattern("published +2\n").containsPattern("duplicates +1\n");
            List<EventEnvelope> events = listed(broker.bootstrap());
            assertThat(events)
                    .extracting(EventEnvelope::subject)
                    .containsExactlyInAnyOrder("C1", "C1", "C1", "C2", "C2", "C2");
            assertThat(events).extracting(EventEnvelope::id).doesNotContainNull();
            assertThat(events.stream().map(EventEnvelope::id).distinct()).hasSize(4);
            List<EventBody> bodies = new ArrayList<>();
            for (EventEnvelope event : events) {
                bodies.add(EventBinder.bind(event.type(), event.body()));
            }
            assertThat(bodies)
                    .contains(
                            new CustomerListed("spring-campaign", true, until),
                            new CustomerListed("spring-campaign", false, null));
        }
    }
}
