package io.motengine.bench.arena;

import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes a stream into its topics, in its order: made on two threads, sent by one. */
public final class Loader {
    private static final int CHUNK = 4_096;
    private static final int AHEAD = 16;
    private final String bootstrap;

    public Loader(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * Sends the first events of a stream, and returns when the broker has them.
     *
     * @param told how many have been sent, now and then
     */
    public void load(EventStream stream, long events, LongConsumer told) throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        ExecutorService makers = Executors.newFixedThreadPool(2);
        try (KafkaProducer<byte[], byte[]> producer = producer(bootstrap)) {
            ArrayDeque<Future<List<Message>>> ahead = new ArrayDeque<>();
            long next = 0;
            long sent = 0;
            while (sent < events && failure.get() == null) {
                while (next < events && ahead.size() < AHEAD) {
                    long from = next;
                    long until = Math.min(events, from + CHUNK);
                    ahead.add(makers.submit(() -> made(stream, from, until)));
                    next = until;
                }
                List<Message> chunk = ahead.remove().get();
                for (Message message : chunk) {
                    var unused = producer.send(record(message), (metadata, e) -> failure.compareAndSet(null, e));
                }
                sent += chunk.size();
                told.accept(sent);
            }
        } finally {
            makers.shutdownNow();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static List<Message> made(EventStream stream, long from, long until) {
        List<Message> made = new ArrayList<>((int) (until - from));
        for (long number = from; number < until; number++) {
            made.add(stream.event(number));
        }
        return made;
    }

    /** As it is produced. */
    public static ProducerRecord<byte[], byte[]> record(Message message) {
        return new ProducerRecord<>(
                message.topic(), message.customer().getBytes(StandardCharsets.UTF_8), message.value());
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        // The first batch to a new topic may be refused and overtaken by the next: the producer never
                        // recovers.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 << 10,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        64L << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
