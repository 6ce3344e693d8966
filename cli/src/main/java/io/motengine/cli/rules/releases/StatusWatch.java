package io.motengine.cli.rules.releases;

import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ReleaseStatusCodec;
import io.motengine.schemas.release.ReleaseStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hears what the job says from now on. */
final class StatusWatch implements AutoCloseable {
    private static final TopicPartition STATUS = new TopicPartition(Topics.RELEASE_STATUS, 0);
    private static final Duration POLL = Duration.ofMillis(50);
    private final KafkaConsumer<byte[], byte[]> consumer;

    StatusWatch(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(STATUS));
        consumer.seekToEnd(List.of(STATUS));
        // Seeking is lazy: what is said from here on must not be missed.
        consumer.position(STATUS);
    }

    /**
     * Listens until there is an answer, or patience ends.
     *
     * @param answer null for none yet
     * @return the answer; null if patience has ended
     */
    <T> T until(Supplier<T> answer, Consumer<ReleaseStatus> taken, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        T found = answer.get();
        while (found == null && System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                read(record).ifPresent(taken);
            }
            found = answer.get();
        }
        return found;
    }

    /** What cannot be read is no answer. */
    private static Optional<ReleaseStatus> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(ReleaseStatusCodec.read(record.value()));
        } catch (BadEventException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
