package io.motengine.cli.wire;

import io.motengine.cli.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from their beginning to what is their end when it starts. Committed transactions only. Gives up when the broker has
 * not answered for half a minute: a consumer would wait for it without end, and without a word.
 */
public final class TopicScan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int ASKING_MILLIS = 10_000;

    private TopicScan() {}

    /**
     * Shows every record to a reader, in order within a partition.
     *
     * @param topics that exist
     * @return records read
     * @throws Refusal if the broker goes silent
     */
    public static long read(
            String bootstrap, Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        return read(bootstrap, topics, reader, PATIENCE);
    }

    static long read(
            String bootstrap,
            Collection<String> topics,
            Consumer<ConsumerRecord<byte[], byte[]>> reader,
            Duration patience) {
        long read = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        // For whatever else is asked of a broker, such as where a partition begins.
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) Math.max(patience.toMillis(), ASKING_MILLIS),
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        ASKING_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long left = Long.MAX_VALUE;
            long heard = System.nanoTime();
            for (long now = left(consumer, ends); now > 0; now = left(consumer, ends)) {
                if (now < left) {
                    left = now;
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > patience.toNanos()) {
                    throw silent(bootstrap, patience, null);
                }
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    reader.accept(message);
                    read++;
                }
            }
        } catch (TimeoutException e) {
            throw silent(bootstrap, patience, e);
        }
        return read;
    }

    /** Offsets to go. */
    private static long left(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private static Refusal silent(String bootstrap, Duration patience, TimeoutException cause) {
        return new Refusal(
                bootstrap + " has not answered for " + patience.toSeconds()
                        + " s while its topics were read (expected: a Kafka broker that runs)",
                cause);
    }
}
