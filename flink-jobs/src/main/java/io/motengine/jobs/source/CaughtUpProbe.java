package io.motengine.jobs.source;

import io.motengine.jobs.source.Partition.Proof;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that quiet partitions are read to their end, by asking the broker, on a thread of its own.
 *
 * <p>Comparing offsets alone does not do: the markers of transactions and what compaction removed take offsets without ever
 * being emitted. So where the end is further than what was emitted, it reads on from there: nothing must come. A broker that
 * cannot be reached proves nothing.
 */
final class CaughtUpProbe implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaughtUpProbe.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final long MAX_PERIOD_MILLIS = 1_000;

    private final Properties properties;
    private final long periodMillis;
    private final Asker asker;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private boolean reachable = true;

    /** Who wants to know. Called on the probing thread. */
    interface Asker {
        /** The partitions to ask about now. */
        Collection<Partition> quiet();

        /** At least one partition has a new proof. */
        void proofsFound();

        /** The probe has a bug and is gone. */
        void failed(RuntimeException bug);
    }

    private CaughtUpProbe(Properties kafka, String name, Duration idleAfter, Asker asker, Clock clock) {
        properties = new Properties();
        properties.putAll(kafka);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        periodMillis = Math.min(idleAfter.toMillis(), MAX_PERIOD_MILLIS);
        this.asker = asker;
        this.clock = clock;
    }

    /** Starts probing under a name for thread and client. */
    static CaughtUpProbe start(Properties kafka, String name, Duration idleAfter, Asker asker, Clock clock) {
        CaughtUpProbe probe = new CaughtUpProbe(kafka, name, idleAfter, asker, clock);
        Thread thread = new Thread(probe, name);
        thread.setDaemon(true);
        thread.start();
        return probe;
    }

    @Override
    public void run() {
        try {
            while (!closed.await(periodMillis, TimeUnit.MILLISECONDS)) {
                probe();
            }
        } catch (InterruptedException | WakeupException | InterruptException e) {
            LOG.debug("Probe closed");
        } catch (RuntimeException e) {
            asker.failed(e);
        } finally {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
        }
    }

    private void probe() {
        Collection<Partition> partitions = asker.quiet();
        if (partitions.isEmpty()) {
            return;
        }
        try {
            if (consumer == null) {
                consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            }
            if (prove(partitions)) {
                asker.proofsFound();
            }
            reachable = true;
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            if (reachable) {
                LOG.warn(
                        "Not proven that quiet partitions are read to their end, so they hold back time: {}",
                        e.toString());
            }
            reachable = false;
        }
    }

    private boolean prove(Collection<Partition> partitions) {
        List<TopicPartition> ids = partitions.stream().map(Partition::id).toList();
        consumer.assign(ids);
        consumer.pause(ids);
        // Taken before the question: what comes in while the broker answers is after the proof.
        long asked = clock.millis();
        Map<TopicPartition, Long> ends = consumer.endOffsets(ids, ANSWER);
        boolean proven = false;
        for (Partition partition : partitions) {
            long next = partition.next();
            long end = ends.get(partition.id());
            if ((next >= 0 && next >= end) || nothingBetween(partition.id(), next, end)) {
                partition.prove(new Proof(next, asked));
                proven = true;
            }
        }
        return proven;
    }

    private boolean nothingBetween(TopicPartition partition, long next, long end) {
        List<TopicPartition> only = List.of(partition);
        if (next >= 0) {
            consumer.seek(partition, next);
        } else {
            consumer.seekToBeginning(only);
        }
        consumer.resume(only);
        boolean silent = consumer.poll(LOOK).isEmpty() && consumer.position(partition, ANSWER) >= end;
        consumer.pause(only);
        return silent;
    }

    @Override
    public void close() {
        closed.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
    }
}
