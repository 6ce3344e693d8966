package io.motengine.jobs.testing;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes releases to a job under test, as the command line does. */
public final class Publishing implements AutoCloseable {
    private static final TopicPartition STATUS = new TopicPartition(Topics.RELEASE_STATUS, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final ReleaseKey key;
    /** Its own, so that events go on meanwhile. */
    private final KafkaProducer<byte[], byte[]> producer;

    private final KafkaConsumer<byte[], byte[]> statuses;
    private final Map<String, List<ReleaseStatus>> said = new HashMap<>();

    public Publishing(KafkaBroker broker, ReleaseKey key) throws Exception {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer());
        this.key = key;
        broker.create(List.of(Topics.RELEASES, Topics.RELEASE_STATUS), 1);
        statuses = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrap(), "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        statuses.assign(List.of(STATUS));
        statuses.seekToBeginning(List.of(STATUS));
    }

    /** Puts a release on the topic and has it prepared; gives the order. */
    public String prepare(ReleaseFiles release) throws Exception {
        byte[] blob = ReleaseBlob.pack(release);
        String hash = ReleaseBlob.hash(blob);
        List<byte[]> chunks = ReleaseBlob.chunks(blob);
        for (int i = 0; i < chunks.size(); i++) {
            send(ReleaseBlob.key(hash, i), chunks.get(i));
        }
        return give(ReleaseOrder.prepare(id(), now(), release.id(), hash, blob.length, "tests", null));
    }

    public String order(Kind kind, String release, Instant at) throws Exception {
        int share = kind == Kind.CANARY ? 5_000 : 0;
        return give(new ReleaseOrder(id(), now(), kind, release, null, 0, at, share, List.of(), "tests", null));
    }

    private String give(ReleaseOrder order) throws Exception {
        send("order", ReleaseOrderCodec.write(ReleaseOrderCodec.sign(order, key)));
        return order.id();
    }

    private void send(String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(Topics.RELEASES, 0, key.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    /** Waits until every task has come at least this far with an order, and gives what each said last. */
    public List<ReleaseStatus> await(String order, State least) throws BadEventException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Map<Integer, ReleaseStatus> byTask = new TreeMap<>();
            said(order).forEach(status -> byTask.put(status.subtask(), status));
            boolean all = byTask.values().stream().anyMatch(status -> byTask.size() == status.subtasks());
            if (all
                    && byTask.values().stream()
                            .allMatch(status -> status.state().compareTo(least) >= 0)) {
                return List.copyOf(byTask.values());
            }
        }
        throw new AssertionError("not every task is " + least + " with " + order + ", but " + said.get(order));
    }

    /** All that was said of an order so far. */
    public List<ReleaseStatus> said(String order) throws BadEventException {
        for (ConsumerRecord<byte[], byte[]> record : statuses.poll(Duration.ofMillis(20))) {
            ReleaseStatus status = ReleaseStatusCodec.read(record.value());
            said.computeIfAbsent(status.order(), known -> new ArrayList<>()).add(status);
        }
        return said.getOrDefault(order, List.of());
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
