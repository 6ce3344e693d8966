package io.motengine.cli.wire;

import io.motengine.schemas.codec.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts events on Kafka in the order given, none twice and none left out: what the broker refuses fails the next call.
 * Thread-safe.
 */
public final class Publisher implements AutoCloseable {
    private static final byte[] STRUCTURED = CloudEventHeaders.STRUCTURED_JSON.getBytes(StandardCharsets.US_ASCII);
    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** @param linger how long a record may wait for company, in milliseconds */
    public Publisher(String bootstrap, int linger) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        linger,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // A partition that is just coming up may refuse a batch and take the next one as its first; the
                        // refused one can then never follow.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /**
     * Sends a structured CloudEvent.
     *
     * @param key customer id; null for an event without a known customer
     * @throws IllegalStateException if an earlier event was not taken
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same, without a thread that waits
    public void publish(String topic, String key, byte[] event) {
        failOnRefusal();
        ProducerRecord<byte[], byte[]> message = key == null
                // Kafka's choice would differ from run to run, and with it the place of every later record.
                ? new ProducerRecord<>(topic, 0, null, event)
                : new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), event);
        message.headers().add(CloudEventHeaders.CONTENT_TYPE, STRUCTURED);
        producer.send(message, (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    /** Waits until the broker has taken everything sent so far. */
    public void flush() {
        producer.flush();
        failOnRefusal();
    }

    private void failOnRefusal() {
        Exception e = failure.get();
        if (e != null) {
            throw new IllegalStateException("the broker did not take an event: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
