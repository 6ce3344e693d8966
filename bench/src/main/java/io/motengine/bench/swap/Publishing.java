package io.motengine.bench.swap;

import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.codec.ReleaseStatusCodec;
import io.motengine.schemas.release.ReleaseBlob;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes as {@code ./mot rules publish} does, but for checking and playing scenarios, which would take the time of the job. */
final class Publishing implements AutoCloseable {
    private static final TopicPartition STATUS = new TopicPartition(Topics.RELEASE_STATUS, 0);
    private static final Duration AHEAD = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(10);
    private final ReleaseKey key;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> statuses;

    Publishing(String bootstrap, ReleaseKey key) throws ExecutionException, InterruptedException {
        this.key = key;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(
                            new NewTopic(Topics.RELEASES, Optional.of(1), Optional.empty()),
                            new NewTopic(Topics.RELEASE_STATUS, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        statuses = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        statuses.assign(List.of(STATUS));
        statuses.seekToBeginning(List.of(STATUS));
    }

    /** Has a release compiled by every task, asking again while there is no room for it; gives how long the slowest took, in milliseconds. */
    long prepare(ReleaseFiles release) throws Exception {
        byte[] blob = ReleaseBlob.pack(release);
        String hash = ReleaseBlob.hash(blob);
        List<byte[]> chunks = ReleaseBlob.chunks(blob);
        for (int i = 0; i < chunks.size(); i++) {
            send(ReleaseBlob.key(hash, i), chunks.get(i));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            ReleaseOrder order = ReleaseOrder.prepare(id(), now(), release.id(), hash, blob.length, "bench", null);
            give(order);
            Map<Integer, ReleaseStatus> said = await(order.id(), State.PREPARED);
            List<ReleaseStatus> refused = said.values().stream()
                    .filter(status -> status.state() == State.REFUSED)
                    .toList();
            if (refused.isEmpty()) {
                return said.values().stream()
                        .mapToLong(ReleaseStatus::tookMillis)
                        .max()
                        .orElseThrow();
            }
            if (!refused.get(0).reason().startsWith("there is no room")) {
                throw new IOException("refused: " + refused.get(0).reason());
            }
            Thread.sleep(200);
        }
        throw new IOException(
                "no room for another release in " + PATIENCE + " (expected: a checkpoint lets go of one)");
    }

    /** Has it decide from a little later on, and waits until it does; gives from when on. */
    Instant activate(String release) throws Exception {
        Instant at = now().plus(AHEAD);
        ReleaseOrder order =
                new ReleaseOrder(id(), now(), Kind.ACTIVATE, release, null, 0, at, 0, List.of(), "bench", null);
        give(order);
        await(order.id(), State.LIVE).values().stream()
                .filter(status -> status.state() != State.LIVE)
                .findAny()
                .ifPresent(status -> {
                    throw new IllegalStateException(release + ": " + status);
                });
        return at;
    }

    private void give(ReleaseOrder order) throws Exception {
        send("order", ReleaseOrderCodec.write(ReleaseOrderCodec.sign(order, key)));
    }

    private void send(String name, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(Topics.RELEASES, 0, name.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    /** What each task said last, once all have come so far, or one has refused. */
    private Map<Integer, ReleaseStatus> await(String order, State least) throws BadEventException, IOException {
        Map<Integer, ReleaseStatus> said = new TreeMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : statuses.poll(POLL)) {
                ReleaseStatus status = ReleaseStatusCodec.read(record.value());
                if (status.order().equals(order)) {
                    said.put(status.subtask(), status);
                }
            }
            boolean all = said.values().stream().anyMatch(status -> said.size() == status.subtasks());
            if (all
                    && said.values().stream()
                            .allMatch(status ->
                                    status.state().compareTo(least) >= 0 || status.state() == State.REFUSED)) {
                return said;
            }
        }
        throw new IOException(order + ": not every task is " + least + " within " + PATIENCE + ", but " + said);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        statuses.close();
    }
}
