package io.motengine.jobs.release;

import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.Topics;
import io.motengine.schemas.release.ReleaseBlob;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
 * Follows {@code mot.releases} on a thread of its own, once for all tasks of a process: all of it before the first event, then
 * whatever comes. The same thread has releases compiled, so orders wait for each other, and events for none of them.
 */
final class KafkaReleases implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaReleases.class);
    private static final Map<ReleaseSettings, KafkaReleases> OPEN = new HashMap<>();
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LOOK_CLOSELY = Duration.ofMillis(50);
    private static final int CLOSE_LOOKS_PER_TELLING = 6;
    private static final TopicPartition ORDERS = new TopicPartition(Topics.RELEASES, 0);
    private static final TopicPartition STATUSES = new TopicPartition(Topics.RELEASE_STATUS, 0);

    private final ReleaseSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaStatus status;
    private final ReleaseBook book;
    private final Map<String, Long> chunks = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile RuntimeException failure;
    private int users;
    private int closeLooks;

    private KafkaReleases(ReleaseSettings settings) {
        this.settings = settings;
        Clock clock = Clock.systemUTC();
        consumer = new KafkaConsumer<>(settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        status = new KafkaStatus(settings.producer(), settings.mode(), clock);
        ReleaseForge forge = new ReleaseForge(settings.config(), this::blob, ReleaseForge::compiled);
        book = new ReleaseBook(settings.config(), settings.submitted(), forge, status, settings.mode(), clock::millis);
    }

    /**
     * Joins those of this process who follow the same, or is the first.
     *
     * @throws KafkaException if the broker does not answer: what is live is not known then
     */
    static LiveReleases open(ReleaseSettings settings) throws ReleaseException {
        synchronized (OPEN) {
            KafkaReleases releases = OPEN.get(settings);
            if (releases == null) {
                releases = follow(settings);
                OPEN.put(settings, releases);
            }
            releases.users++;
            return new User(releases);
        }
    }

    private static KafkaReleases follow(ReleaseSettings settings) throws ReleaseException {
        KafkaReleases releases = new KafkaReleases(settings);
        try {
            releases.catchUp();
            releases.book.begin();
        } catch (ReleaseException | RuntimeException e) {
            releases.consumer.close(CloseOptions.timeout(Duration.ZERO));
            releases.book.close();
            throw e;
        }
        Thread thread = new Thread(releases, "mot-releases");
        thread.setDaemon(true);
        thread.start();
        return releases;
    }

    /** Orders first: whatever was said of them by then is read after them. */
    private void catchUp() {
        if (!assignIfThere()) {
            return;
        }
        List<byte[]> orders = new ArrayList<>();
        readToEnd(consumer, ORDERS, record -> {
            if (!isChunk(record)) {
                orders.add(record.value());
            }
        });
        recallStatuses();
        orders.forEach(book::recall);
    }

    private void recallStatuses() {
        try (KafkaConsumer<byte[], byte[]> statuses =
                new KafkaConsumer<>(settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (!statuses.partitionsFor(Topics.RELEASE_STATUS, ANSWER).isEmpty()) {
                statuses.assign(List.of(STATUSES));
                statuses.seekToBeginning(List.of(STATUSES));
                readToEnd(statuses, STATUSES, record -> book.recallStatus(record.value()));
            }
        }
    }

    private static void readToEnd(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Consumer<ConsumerRecord<byte[], byte[]>> taken) {
        long end = consumer.endOffsets(List.of(partition), ANSWER).get(partition);
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (consumer.position(partition, ANSWER) < end) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException(
                        partition.topic() + " cannot be read to its end (expected: within " + ANSWER + ")");
            }
            consumer.poll(LOOK).forEach(taken);
        }
    }

    /** Notes where a piece of a release is; the piece itself is read when it is needed. */
    private boolean isChunk(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        boolean chunk = ReleaseBlob.isChunk(key);
        if (chunk) {
            synchronized (chunks) {
                chunks.putIfAbsent(key, record.offset());
            }
        }
        return chunk;
    }

    private byte[] blob(String hash, int bytes) throws RefusedRelease {
        Map<String, Long> known;
        synchronized (chunks) {
            known = Map.copyOf(chunks);
        }
        return new BlobReader(settings.consumer(), known).read(hash, bytes);
    }

    /** The topic comes into being with the first release. */
    private boolean assignIfThere() {
        if (consumer.assignment().isEmpty()
                && !consumer.partitionsFor(Topics.RELEASES, ANSWER).isEmpty()) {
            consumer.assign(List.of(ORDERS));
            consumer.seekToBeginning(List.of(ORDERS));
        }
        return !consumer.assignment().isEmpty();
    }

    @Override
    public void run() {
        try {
            book.resume();
            while (closed.getCount() > 0) {
                step();
            }
        } catch (WakeupException | InterruptException e) {
            LOG.debug("closed", e);
        } catch (RuntimeException e) {
            LOG.error("releases are not followed any more", e);
            failure = e;
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            status.close();
            book.close();
        }
    }

    private void step() {
        try {
            if (assignIfThere()) {
                look(book.isAwaited());
            } else {
                pause();
            }
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warn("releases cannot be read for now, what is live stays so", e);
            pause();
        }
    }

    private void look(boolean closely) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(closely ? LOOK_CLOSELY : LOOK)) {
            if (!isChunk(record)) {
                take(record);
            }
        }
        book.tick();
        closeLooks = closely ? closeLooks + 1 : 0;
        if (closeLooks >= CLOSE_LOOKS_PER_TELLING) {
            closeLooks = 0;
            book.tellAgain();
        }
    }

    /** While the broker is away in the middle of an order, the order is not done with. */
    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            book.take(record.value());
        } catch (KafkaException e) {
            consumer.seek(ORDERS, record.offset());
            throw e;
        }
    }

    private void pause() {
        try {
            closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void leave() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(settings);
                closed.countDown();
                consumer.wakeup();
            }
        }
    }

    private void failIfBroken() {
        RuntimeException bug = failure;
        if (bug != null) {
            throw new IllegalStateException("releases are not followed any more", bug);
        }
    }

    /** One of those who follow. */
    private static final class User implements LiveReleases {
        private final KafkaReleases releases;
        private boolean open = true;

        private User(KafkaReleases releases) {
            this.releases = releases;
        }

        @Override
        public boolean listensTo(String type) {
            releases.failIfBroken();
            return releases.book.listensTo(type);
        }

        @Override
        public Seat seat(int subtask, int subtasks, long from) throws ReleaseException {
            return releases.book.seat(subtask, subtasks, from);
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                releases.leave();
            }
        }
    }
}
