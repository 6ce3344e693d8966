package io.motengine.cli.stops;

import io.motengine.cli.wire.Publisher;
import io.motengine.cli.wire.ReachableTopics;
import io.motengine.cli.wire.TopicScan;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.StopCodec;
import io.motengine.schemas.stop.StopChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Emergency stops as they stand on their topic. */
final class StopsTopic {
    private static final String ACTIONS = Topics.actions("");
    private final String bootstrap;
    private final Set<String> topics;

    /** @throws io.motengine.cli.Refusal if the broker does not answer */
    StopsTopic(String bootstrap) {
        this.bootstrap = bootstrap;
        this.topics = ReachableTopics.topicsOf(bootstrap);
    }

    /** The last word about everything that was ever stopped. */
    Map<String, StopChanged> all() {
        Map<String, StopChanged> all = new TreeMap<>();
        if (topics.contains(Topics.STOPS)) {
            TopicScan.read(bootstrap, List.of(Topics.STOPS), message -> take(message, all));
        }
        return all;
    }

    private static void take(ConsumerRecord<byte[], byte[]> message, Map<String, StopChanged> all) {
        String what = new String(message.key(), StandardCharsets.UTF_8);
        if (message.value() == null) {
            all.remove(what);
            return;
        }
        try {
            all.put(what, StopCodec.read(message.value()));
        } catch (BadEventException e) {
            // The job takes it to hold, see the decision on stops.
            all.put(what, new StopChanged("?", Instant.EPOCH, what, true, "?", "unreadable: " + e.getMessage()));
        }
    }

    /** Whether anything was ever sent by a channel. */
    boolean knows(String channel) {
        return topics.contains(Topics.actions(channel));
    }

    /** The channels that anything was ever sent by. */
    List<String> channels() {
        return topics.stream()
                .filter(topic -> topic.startsWith(ACTIONS))
                .map(topic -> topic.substring(ACTIONS.length()))
                .sorted()
                .toList();
    }

    /** Returns when the broker has it. */
    void say(StopChanged stop) {
        if (!topics.contains(Topics.STOPS)) {
            create();
        }
        try (Publisher publisher = new Publisher(bootstrap, 0)) {
            publisher.publish(Topics.STOPS, stop.what(), StopCodec.write(stop));
            publisher.flush();
        }
    }

    /** Compacted, or a stop would be forgotten while it holds. */
    private void create() {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            NewTopic topic = new NewTopic(Topics.STOPS, Optional.of(1), Optional.empty())
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(
                        Topics.STOPS + " was not created: " + e.getCause().getMessage(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating " + Topics.STOPS, e);
        }
    }
}
