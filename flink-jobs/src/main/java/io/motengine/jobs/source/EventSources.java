package io.motengine.jobs.source;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.ReleaseFeed;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The job's sources, as the configuration wants them. */
public final class EventSources {
    private static final String DISCOVERY = "partition.discovery.interval.ms";
    private static final String ALIGNED = "event-time";

    private final JobConfig config;
    private final ReleaseFeed releases;
    private final Clock clock;

    /**
     * Sources for one job.
     *
     * @param clock wall clock, read for each event; serializable, because it travels with the job
     */
    public EventSources(JobConfig config, ReleaseFeed releases, Clock clock) {
        this.config = config;
        this.releases = releases;
        this.clock = clock;
    }

    public TimedSource transactions() {
        return driving(Topics.TRANSACTIONS);
    }

    public TimedSource clicks() {
        return driving(Topics.CLICKS);
    }

    /** All topics that say who the customer is. Those that do not exist (yet) are left out. */
    public TimedSource context() {
        boolean holdsTime = config.ordering() == Ordering.EVENT_TIME;
        QuietPartition quiet = holdsTime ? quiet() : QuietPartition.HOLDS;
        return source(
                "context",
                KafkaSource.<StreamEvent>builder()
                        .setKafkaSubscriber(new ExistingTopics(Topics.CONTEXT, config.bounded())),
                quiet,
                holdsTime ? timed() : watermarks(ignored -> new NeverHoldsTime()));
    }

    /**
     * What the job tells itself about other customers; it never holds time back. Null for a job that ends: what is told while it
     * runs would come after its end.
     */
    public TimedSource internal() {
        if (config.bounded()) {
            return null;
        }
        return source(
                "internal",
                KafkaSource.<StreamEvent>builder()
                        .setKafkaSubscriber(new ExistingTopics(List.of(Topics.INTERNAL), false)),
                QuietPartition.HOLDS,
                watermarks(ignored -> new NeverHoldsTime()));
    }

    private TimedSource driving(String topic) {
        return source(topic, KafkaSource.<StreamEvent>builder().setTopics(List.of(topic)), quiet(), timed());
    }

    private QuietPartition quiet() {
        if (config.wallClockProgress()) {
            return QuietPartition.FOLLOWS_WALL_CLOCK;
        }
        if (config.warmsUp()) {
            return QuietPartition.REACHES_END;
        }
        boolean simulation = config.ordering() == Ordering.ARRIVAL && !config.bounded();
        return simulation && config.clock() == ClockMode.EVENT ? QuietPartition.STEPS_ASIDE : QuietPartition.HOLDS;
    }

    private WatermarkStrategy<StreamEvent> timed() {
        long disorder = config.watermarks().disorder().toMillis();
        Duration drift = config.watermarks().maxDrift(config.ordering());
        long end = end();
        WatermarkStrategy<StreamEvent> timed = watermarks(ignored -> new BoundedDisorder(disorder, end));
        // Restored when a topic has been read to its end, Flink 2.2 sends the alignment to the finished source too,
        // which
        // fails every time: a bounded history could not survive a crash.
        boolean wanted = !config.bounded() || config.watermarks().maxDrift() != null;
        return wanted ? timed.withWatermarkAlignment(ALIGNED, drift) : timed;
    }

    /** The last watermark: of a warm-up, the one that lets all be decided that is before live running. */
    private long end() {
        return config.warmsUp() ? config.warmUpUntil().toEpochMilli() - 1 : Long.MAX_VALUE;
    }

    private WatermarkStrategy<StreamEvent> watermarks(WatermarkGeneratorSupplier<StreamEvent> generator) {
        return WatermarkStrategy.forGenerator(generator).withTimestampAssigner(new EventTime(config.clock()));
    }

    private TimedSource source(
            String name,
            KafkaSourceBuilder<StreamEvent> builder,
            QuietPartition quiet,
            WatermarkStrategy<StreamEvent> watermarks) {
        EventDeserializer deserializer = new EventDeserializer(releases, clock);
        Properties consumer = consumer();
        builder.setProperties(consumer)
                .setClientIdPrefix(config.kafka().groupId() + "-" + name)
                .setStartingOffsets(new StartOffsets(config.kafka().startFrom()))
                .setDeserializer(deserializer);
        if (config.bounded()) {
            builder.setBounded(OffsetsInitializer.latest());
        }
        QuietPolicy policy = new QuietPolicy(
                quiet, config.watermarks().idleAfter(), config.watermarks().disorder(), end());
        EventSource source = new EventSource(
                config.kafka().groupId() + "-" + name, builder.build(), deserializer, consumer, policy, clock);
        return new TimedSource(source, watermarks);
    }

    private Properties consumer() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, config.kafka().groupId());
        // What a producer took back never happened.
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        if (!config.bounded()) {
            properties.put(DISCOVERY, Long.toString(Duration.ofMinutes(1).toMillis()));
        }
        properties.putAll(config.kafka().consumer());
        return properties;
    }
}
