package io.motengine.cli.rules.releases;

import io.motengine.cli.wire.ReachableTopics;
import io.motengine.cli.wire.TopicScan;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.codec.ReleaseStatusCodec;
import io.motengine.schemas.release.ReleaseBlob;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Releases and orders as they stand on {@code mot.releases}, and what the job says of them. */
final class ReleaseTopic {
    private static final byte[] ORDER = "order".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1");
    private final String bootstrap;

    ReleaseTopic(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    String bootstrap() {
        return bootstrap;
    }

    /**
     * All that was ever ordered.
     *
     * @throws io.motengine.cli.Refusal if the broker does not answer
     */
    ReleaseHistory history() {
        Set<String> topics = ReachableTopics.topicsOf(bootstrap);
        ReleaseHistory history = new ReleaseHistory();
        if (topics.contains(Topics.RELEASE_STATUS)) {
            TopicScan.read(bootstrap, List.of(Topics.RELEASE_STATUS), message -> takeStatus(message, history));
        }
        if (topics.contains(Topics.RELEASES)) {
            TopicScan.read(bootstrap, List.of(Topics.RELEASES), message -> take(message, history));
        }
        return history;
    }

    private static void takeStatus(ConsumerRecord<byte[], byte[]> message, ReleaseHistory history) {
        try {
            history.status(ReleaseStatusCodec.read(message.value()));
        } catch (BadEventException e) {
            history.unreadable();
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> message, ReleaseHistory history) {
        String key = message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
        if (ReleaseBlob.isChunk(key)) {
            history.chunk(key, message.value().length);
            return;
        }
        try {
            history.order(ReleaseOrderCodec.read(message.value()));
        } catch (BadEventException e) {
            history.unreadable();
        }
    }

    /** The packed release of an order; empty if it is not (all) there. */
    Optional<byte[]> blob(ReleaseOrder prepared) {
        Map<String, byte[]> chunks = new HashMap<>();
        TopicScan.read(bootstrap, List.of(Topics.RELEASES), message -> {
            String key = message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
            if (key.startsWith(ReleaseBlob.key(prepared.blob(), 0).replaceAll("\\d+$", ""))) {
                chunks.putIfAbsent(key, message.value());
            }
        });
        List<byte[]> inOrder = new ArrayList<>();
        int length = 0;
        for (int i = 0; chunks.containsKey(ReleaseBlob.key(prepared.blob(), i)); i++) {
            inOrder.add(chunks.get(ReleaseBlob.key(prepared.blob(), i)));
            length += inOrder.get(i).length;
        }
        byte[] blob = new byte[length];
        int at = 0;
        for (byte[] chunk : inOrder) {
            System.arraycopy(chunk, 0, blob, at, chunk.length);
            at += chunk.length;
        }
        return ReleaseBlob.hash(blob).equals(prepared.blob()) ? Optional.of(blob) : Optional.empty();
    }

    /** Puts the pieces there, ahead of the order that speaks of them. Returns when the broker has them. */
    void put(byte[] blob) {
        createIfMissing();
        List<byte[]> chunks = ReleaseBlob.chunks(blob);
        String hash = ReleaseBlob.hash(blob);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            byte[] key = ReleaseBlob.key(hash, i).getBytes(StandardCharsets.US_ASCII);
            records.add(new ProducerRecord<>(Topics.RELEASES, 0, key, chunks.get(i)));
        }
        send(records);
    }

    /** Gives an order. Returns when the broker has it. */
    void give(ReleaseOrder order, ReleaseKey key) {
        createIfMissing();
        byte[] value = ReleaseOrderCodec.write(ReleaseOrderCodec.sign(order, key));
        send(List.of(new ProducerRecord<>(Topics.RELEASES, 0, ORDER, value)));
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the broker did not take it: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        }
    }

    /** One partition, since the order counts; nothing is ever deleted, for what was live, and what was refused, is read from here. */
    void createIfMissing() {
        Set<String> topics = ReachableTopics.topicsOf(bootstrap);
        if (!topics.contains(Topics.RELEASES)) {
            create(new NewTopic(Topics.RELEASES, Optional.of(1), Optional.empty()).configs(FOR_EVER));
        }
        if (!topics.contains(Topics.RELEASE_STATUS)) {
            create(new NewTopic(Topics.RELEASE_STATUS, Optional.of(1), Optional.empty()).configs(FOR_EVER));
        }
    }

    private void create(NewTopic topic) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        topic.name() + " was not created: " + e.getCause().getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating " + topic.name(), e);
        }
    }
}
