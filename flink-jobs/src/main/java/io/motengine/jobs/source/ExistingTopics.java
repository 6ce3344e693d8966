package io.motengine.jobs.source;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.connector.kafka.source.enumerator.subscriber.KafkaSubscriber;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Those of some topics that exist; the others are found when they come into being. */
final class ExistingTopics implements KafkaSubscriber {
    private static final long serialVersionUID = 1L;
    private final List<String> topics;
    private final boolean bounded;

    ExistingTopics(List<String> topics, boolean bounded) {
        this.topics = List.copyOf(topics);
        this.bounded = bounded;
    }

    @Override
    public Set<TopicPartition> getSubscribedTopicPartitions(AdminClient admin) {
        try {
            Set<String> existing = admin.listTopics().names().get();
            List<String> subscribed = topics.stream().filter(existing::contains).toList();
            if (bounded && subscribed.isEmpty()) {
                // Flink's enumerator never ends a bounded source that has found nothing at all.
                throw new KafkaException("topics: none of " + topics
                        + " exists (expected: at least one, possibly empty, to read to its end)");
            }
            return admin.describeTopics(subscribed).allTopicNames().get().values().stream()
                    .flatMap(ExistingTopics::partitions)
                    .collect(Collectors.toSet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while listing topics", e);
        } catch (ExecutionException e) {
            throw new KafkaException("topics " + topics + " cannot be listed", e.getCause());
        }
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }
}
