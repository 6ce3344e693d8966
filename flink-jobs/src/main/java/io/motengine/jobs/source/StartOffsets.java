package io.motengine.jobs.source;

import io.motengine.jobs.config.StartFrom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a partition without state starts, as a real offset.
 *
 * <p>Flink's own initializers leave a marker that each reader resolves for itself: a job that fails before it has read
 * anything would start somewhere else, and nobody could tell from the marker whether a partition is read to its end.
 */
final class StartOffsets implements OffsetsInitializer {
    private static final long serialVersionUID = 1L;
    private final StartFrom from;

    StartOffsets(StartFrom from) {
        this.from = from;
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever broker) {
        return switch (from) {
            case EARLIEST -> broker.beginningOffsets(partitions);
            case LATEST -> broker.endOffsets(partitions);
            case COMMITTED -> committed(partitions, broker);
        };
    }

    private static Map<TopicPartition, Long> committed(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever broker) {
        Map<TopicPartition, Long> offsets = new HashMap<>(broker.committedOffsets(partitions));
        List<TopicPartition> unknown = new ArrayList<>(partitions);
        unknown.removeAll(offsets.keySet());
        if (!unknown.isEmpty()) {
            offsets.putAll(broker.beginningOffsets(unknown));
        }
        return offsets;
    }

    @Override
    @SuppressWarnings("deprecation") // the connector's own interface still asks for it
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.EARLIEST;
    }
}
