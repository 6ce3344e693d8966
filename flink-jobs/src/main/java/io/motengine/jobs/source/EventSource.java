package io.motengine.jobs.source;

import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEventSerializer;
import java.io.IOException;
import java.time.Clock;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Flink's Kafka source with a {@link CaughtUpReader} around its reader. State is the Kafka source's own. */
final class EventSource
        implements Source<StreamEvent, KafkaPartitionSplit, KafkaSourceEnumState>, ResultTypeQueryable<StreamEvent> {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final KafkaSource<StreamEvent> kafka;
    private final EventDeserializer deserializer;
    private final Properties consumer;
    private final QuietPolicy policy;
    private final Clock clock;

    /**
     * A source under a name for the probe's threads.
     *
     * @param deserializer the one that {@code kafka} uses: readers close it, since Flink does not
     * @param consumer properties for the probe
     */
    EventSource(
            String name,
            KafkaSource<StreamEvent> kafka,
            EventDeserializer deserializer,
            Properties consumer,
            QuietPolicy policy,
            Clock clock) {
        this.name = name;
        this.kafka = kafka;
        this.deserializer = deserializer;
        this.consumer = consumer;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public SourceReader<StreamEvent, KafkaPartitionSplit> createReader(SourceReaderContext context) throws Exception {
        CaughtUpReader reader = new CaughtUpReader(kafka.createReader(context), policy, clock);
        reader.owns(deserializer);
        if (policy.probes()) {
            String probe = name + "-probe-" + context.getIndexOfSubtask();
            reader.owns(CaughtUpProbe.start(consumer, probe, policy.idleAfter(), reader, clock));
        }
        return reader;
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return announcing(kafka.createEnumerator(context), context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state) throws IOException {
        return announcing(kafka.restoreEnumerator(context, state), context);
    }

    private SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> announcing(
            SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> enumerator,
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        // A bounded source ends where it has nothing to read, and so lets time go by itself.
        return getBoundedness() == Boundedness.BOUNDED ? enumerator : new AnnouncingEnumerator(enumerator, context);
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return kafka.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }

    @Override
    public TypeInformation<StreamEvent> getProducedType() {
        return StreamEventSerializer.TYPE;
    }
}
