package io.motengine.jobs.release;

import io.motengine.schemas.Topics;
import io.motengine.schemas.release.ReleaseBlob;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Puts a packed release together from its pieces on {@code mot.releases}. */
final class BlobReader {
    private static final TopicPartition PIECES = new TopicPartition(Topics.RELEASES, 0);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final Properties properties;
    private final Map<String, Long> offsets;

    /** @param offsets of all pieces known, by their keys */
    BlobReader(Properties properties, Map<String, Long> offsets) {
        this.properties = properties;
        this.offsets = offsets;
    }

    byte[] read(String hash, int bytes) throws RefusedRelease {
        ByteArrayOutputStream blob = new ByteArrayOutputStream(bytes);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PIECES));
            for (int chunk = 0; blob.size() < bytes; chunk++) {
                Long offset = offsets.get(ReleaseBlob.key(hash, chunk));
                if (offset == null) {
                    throw new RefusedRelease("only " + blob.size() + " of its " + bytes
                            + " bytes are there (expected: all of it, before it is prepared)");
                }
                blob.writeBytes(at(consumer, offset));
            }
        }
        return blob.toByteArray();
    }

    private static byte[] at(KafkaConsumer<byte[], byte[]> consumer, long offset) throws RefusedRelease {
        consumer.seek(PIECES, offset);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() == offset) {
                    return record.value();
                }
            }
        }
        throw new RefusedRelease(
                "its piece at offset " + offset + " cannot be read (expected: nothing is ever deleted there)");
    }
}
