package io.motengine.bench.peers.streams;

import io.motengine.bench.contest.Contestant;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.PlainMoment;
import io.motengine.schemas.Topics;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams with a processor written by hand: one RocksDB store with the record cache in front and its log of changes in Kafka,
 * exactly once.
 *
 * <pre>
 *  transactions ─┐
 *                ├─► detect ─► moments
 *  clicks ───────┘     │
 *                   memory
 * </pre>
 */
public final class StreamsPeer implements Contestant {
    private static final String MEMORY = "memory";
    private static final String DETECT = "detect";

    @Override
    public String name() {
        return "kafka-streams";
    }

    @Override
    public Set<PlainMoment> moments() {
        return EnumSet.allOf(PlainMoment.class);
    }

    @Override
    public Running start(Course course) {
        LongAdder read = new LongAdder();
        // What an earlier run has read is not left out.
        return RunningStreams.start(topology(read), StreamsSettings.of(name() + "-" + UUID.randomUUID(), course), read);
    }

    private static Topology topology(LongAdder read) {
        return new Topology()
                .addSource(
                        "read",
                        Serdes.String().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        Topics.TRANSACTIONS,
                        Topics.CLICKS)
                .addProcessor(DETECT, () -> new Detect(MEMORY, read), "read")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(MEMORY), Serdes.String(), Serdes.ByteArray())
                                .withCachingEnabled(),
                        DETECT)
                .addSink(
                        "moments",
                        Course.MOMENTS,
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer(),
                        DETECT);
    }
}
