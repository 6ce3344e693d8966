package io.motengine.jobs.stops;

import io.motengine.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code mot.stops}: all of it before the first decision, then whatever comes, on a thread of its own. While the broker is
 * away, what is known goes on holding.
 *
 * <p>Beside the stream and not in it, so that a stop waits neither for events that pile up, nor for a checkpoint to be aligned, nor for
 * event time, and holds none of them back.
 */
final class KafkaStops implements Stops, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStops.class);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Nobody has ever stopped anything: how soon the first stop is found. */
    private static final long TOPIC_MILLIS = 500;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final HeldStops held = new HeldStops();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile RuntimeException failure;

    private KafkaStops(Properties properties) {
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Reads what there is and follows.
     *
     * @throws KafkaException if the broker does not answer: whether anything is stopped is not known then
     */
    static KafkaStops follow(Properties properties) {
        KafkaStops stops = new KafkaStops(properties);
        try {
            stops.catchUp();
        } catch (RuntimeException e) {
            stops.consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
        Thread thread = new Thread(stops, "mot-stops");
        thread.setDaemon(true);
        thread.start();
        return stops;
    }

    @Override
    public Set<String> holding() {
        RuntimeException bug = failure;
        if (bug != null) {
            throw new IllegalStateException("emergency stops are not followed any more", bug);
        }
        return held.holding();
    }

    @Override
    public int size() {
        return held.holding().size();
    }

    private void catchUp() {
        assignIfThere();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ANSWER);
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), ANSWER) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException(Topics.STOPS + " cannot be read to its end (expected: within " + ANSWER + ")");
            }
            poll(LOOK);
        }
    }

    /** The topic comes into being with the first stop. */
    private boolean assignIfThere() {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.STOPS, ANSWER).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        return !consumer.assignment().isEmpty();
    }

    private void poll(Duration most) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(most)) {
            held.take(record.key(), record.value());
        }
    }

    @Override
    public void run() {
        try {
            while (closed.getCount() > 0) {
                follow();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("closed", e);
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private void follow() {
        try {
            if (assignIfThere()) {
                poll(LOOK);
            } else {
                pause();
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("emergency stops cannot be read for now, those known go on holding", e);
            pause();
        }
    }

    private void pause() {
        try {
            closed.await(TOPIC_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        consumer.wakeup();
    }
}
