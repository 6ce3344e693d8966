package io.motengine.bench.arena;

import io.motengine.bench.stream.EventStream;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import io.motengine.schemas.codec.BadEventException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends events at the times at which they are due, whatever becomes of those before, and reads the actions. How long an action took
 * counts from when its event was due to be sent: a sender that is held up does not hide what customers would have waited.
 *
 * <p>Counted are actions that one event causes; of those that time causes nobody can say when they should have come.
 */
public final class OpenLoop {
    /** How many events come before all others. */
    public static final int FIRST = 100;

    private static final Pattern BY_EVENT = Pattern.compile("/(core-banking|app)/(.{36})");
    private static final Duration METADATA = Duration.ofMillis(500);
    private static final Duration LAST_ACTIONS = Duration.ofSeconds(3);
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private final String bootstrap;
    private final EventStream stream;
    private final double perSecond;
    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long began;
    private volatile boolean ended;

    public OpenLoop(String bootstrap, EventStream stream, double perSecond) {
        this.bootstrap = bootstrap;
        this.stream = stream;
        this.perSecond = perSecond;
    }

    /** Sends the first events, by which the engine shows that it runs; they are of no time. */
    public void first() {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (long number = 0; number < FIRST; number++) {
                var unused = producer.send(Loader.record(stream.event(number)), this::sent);
            }
        }
    }

    /** Sends through both times, and measures the actions of events that are due in the second. */
    public Histogram run(Duration warm, Duration measured) throws Exception {
        long from = FIRST + (long) (warm.toSeconds() * perSecond);
        long until = from + (long) (measured.toSeconds() * perSecond);
        began = System.nanoTime();
        Thread reader = new Thread(
                () -> {
                    try {
                        read(from, until);
                    } catch (RuntimeException | BadEventException e) {
                        failure.set(e);
                    }
                },
                "actions");
        reader.start();
        try {
            send(until);
            Thread.sleep(LAST_ACTIONS.toMillis());
        } finally {
            ended = true;
            reader.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return micros;
    }

    private long due(long number) {
        return began + (long) ((number - FIRST) / perSecond * 1e9);
    }

    private void send(long until) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (long number = FIRST; number < until; number++) {
                for (long wait = due(number) - System.nanoTime(); wait > 0; wait = due(number) - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                var unused = producer.send(Loader.record(stream.event(number)), this::sent);
            }
        }
    }

    private void sent(RecordMetadata metadata, Exception e) {
        if (e != null) {
            failure.compareAndSet(null, e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void read(long from, long until) throws BadEventException {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "latency-" + System.nanoTime(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        // Topics of channels are made with their first action.
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        (int) METADATA.toMillis()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(Pattern.compile("mot\\.actions\\..*"));
            while (!ended) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    long at = System.nanoTime();
                    if (ActionCodec.read(message.value()) instanceof ActionIssued action) {
                        take(action, at, from, until);
                    }
                }
            }
        }
    }

    private void take(ActionIssued action, long at, long from, long until) {
        java.util.regex.Matcher cause = BY_EVENT.matcher(action.momentInstance());
        if (cause.matches()) {
            long number = EventStream.number(cause.group(2));
            if (number >= from && number < until) {
                micros.recordValue(Math.min(LONGEST_MICROS, (at - due(number)) / 1_000));
            }
        }
    }
}
