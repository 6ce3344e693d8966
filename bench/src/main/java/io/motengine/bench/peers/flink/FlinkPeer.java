package io.motengine.bench.peers.flink;

import io.motengine.bench.contest.Contestant;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.FlinkRunning;
import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.PlainEvent;
import io.motengine.schemas.Topics;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A peer that runs in Flink: only what detects differs.
 *
 * <pre>
 *  transactions ─┐
 *                ├─► read ─► detect ─► moments
 *  clicks ───────┘
 * </pre>
 */
public final class FlinkPeer implements Contestant {
    /** Name of the operator that sees every event: what it has taken in counts as read. */
    public static final String DETECT = "detect";

    private static final Duration DISORDER = Duration.ofSeconds(5);
    /** How far one partition may run ahead of the slowest, as for the engine. */
    private static final Duration DRIFT = Duration.ofDays(1);

    private static final Duration DRIFT_CHECK = Duration.ofMillis(100);
    private final String name;
    private final Set<PlainMoment> moments;
    private final Detection detection;

    /** What a peer makes of the events. */
    @FunctionalInterface
    public interface Detection {
        DataStream<Detected> of(DataStream<PlainEvent> events);
    }

    public FlinkPeer(String name, Set<PlainMoment> moments, Detection detection) {
        this.name = name;
        this.moments = Set.copyOf(moments);
        this.detection = detection;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<PlainMoment> moments() {
        return moments;
    }

    @Override
    public Running start(Course course) throws Exception {
        return FlinkRunning.start(
                course,
                PeerFlink.configuration(),
                DETECT,
                env -> detection
                        .of(env.fromSource(source(course), watermarks(course), "read", PlainEventSerializer.TYPE))
                        .sinkTo(sink(course))
                        .name("moments"));
    }

    /** Partitions are in order; the disorder is what a job would allow for that does not know it. */
    private static WatermarkStrategy<PlainEvent> watermarks(Course course) {
        WatermarkStrategy<PlainEvent> watermarks = WatermarkStrategy.<PlainEvent>forBoundedOutOfOrderness(DISORDER)
                .withTimestampAssigner((event, ignored) -> event.time());
        // Alignment pauses partitions that a bounded source has already given up, and fails (seen with 5.0.0-2.2).
        return bounded(course) ? watermarks : watermarks.withWatermarkAlignment("stream", DRIFT, DRIFT_CHECK);
    }

    private static boolean bounded(Course course) {
        return course.settings().containsKey(Course.BOUNDED);
    }

    private static KafkaSource<PlainEvent> source(Course course) {
        KafkaSourceBuilder<PlainEvent> source = KafkaSource.<PlainEvent>builder()
                .setBootstrapServers(course.bootstrap())
                .setTopics(Topics.TRANSACTIONS, Topics.CLICKS)
                .setGroupId("peer")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new PlainEventReader());
        if (bounded(course)) {
            source.setBounded(OffsetsInitializer.latest());
        }
        return source.build();
    }

    private static KafkaSink<Detected> sink(Course course) {
        return KafkaSink.<Detected>builder()
                .setBootstrapServers(course.bootstrap())
                .setRecordSerializer(new MomentRecords())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
    }
}
