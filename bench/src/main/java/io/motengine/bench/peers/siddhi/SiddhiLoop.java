package io.motengine.bench.peers.siddhi;

import io.motengine.bench.contest.Course;
import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.bench.peers.moments.PlainEvents;
import io.motengine.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One consumer, one application, one producer. */
final class SiddhiLoop implements Runnable {
    private static final Duration POLL = Duration.ofMillis(100);
    /** How often Siddhi's own server keeps its state unless told otherwise. */
    private static final Duration PERSIST = Duration.ofMinutes(1);

    private final Course course;
    private final int number;
    private final LongAdder read;
    private final AtomicReference<String> failure;
    private volatile boolean stopped;

    SiddhiLoop(Course course, int number, LongAdder read, AtomicReference<String> failure) {
        this.course = course;
        this.number = number;
        this.read = read;
        this.failure = failure;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try (KafkaProducer<byte[], byte[]> producer = producer();
                SiddhiSession session = new SiddhiSession(
                        course.folder().resolve("siddhi-" + number), detected -> send(detected, producer));
                KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(partitions(consumer));
            consumer.seekToBeginning(consumer.assignment());
            long persisted = System.nanoTime();
            while (!stopped) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(record, session);
                }
                if (System.nanoTime() - persisted > PERSIST.toNanos()) {
                    persist(session, producer, consumer);
                    persisted = System.nanoTime();
                }
            }
            producer.flush();
        } catch (RuntimeException | InterruptedException e) {
            failure.compareAndSet(null, e.toString());
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, SiddhiSession session) throws InterruptedException {
        PlainEvent event = PlainEvents.of(record);
        if (event != null) {
            session.take(event);
        }
        read.increment();
    }

    private static void persist(
            SiddhiSession session, KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> consumer) {
        session.persist();
        producer.flush();
        consumer.commitSync();
    }

    private void send(Detected detected, KafkaProducer<byte[], byte[]> producer) {
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(Course.MOMENTS, detected.key(), detected.value()), (metadata, refused) -> {
                    if (refused != null) {
                        failure.compareAndSet(null, refused.toString());
                    }
                });
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, course.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Both topics' partitions of one number go to one thread, so that a customer's events meet. */
    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return Stream.of(Topics.TRANSACTIONS, Topics.CLICKS)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .filter(partition -> partition.partition() % course.parallelism() == number)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, course.bootstrap(),
                        ConsumerConfig.GROUP_ID_CONFIG, "siddhi",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
