package io.motengine.jobs.config;

import java.util.Map;

/**
 * Where events come from and actions go to.
 *
 * @param consumer passed to the consumers as they are
 * @param producer passed to the producers as they are
 */
public record KafkaConfig(
        String bootstrapServers,
        String groupId,
        StartFrom startFrom,
        Map<String, String> consumer,
        Map<String, String> producer) {
    public KafkaConfig {
        bootstrapServers = Checks.text("bootstrapServers", bootstrapServers, "localhost:9092");
        groupId = Checks.text("groupId", groupId, "mot-decision");
        startFrom = startFrom == null ? StartFrom.COMMITTED : startFrom;
        consumer = consumer == null ? Map.of() : Map.copyOf(consumer);
        producer = producer == null ? Map.of() : Map.copyOf(producer);
    }

    static KafkaConfig defaults() {
        return new KafkaConfig(null, null, null, null, null);
    }
}
