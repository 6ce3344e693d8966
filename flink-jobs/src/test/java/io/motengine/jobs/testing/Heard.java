package io.motengine.jobs.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that some topics have said so far, read once: for tests that ask often. */
final class Heard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    /** @param topics all of which there must be */
    Heard(String bootstrap, Collection<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Those of all topics whose names begin so, up to now. */
    List<ConsumerRecord<byte[], byte[]>> of(String prefix) {
        consumer.poll(PATIENCE).forEach(records::add);
        return records.stream()
                .filter(record -> record.topic().startsWith(prefix))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
