package io.motengine.jobs;

import io.motengine.jobs.config.CacheConfig;
import io.motengine.jobs.config.CheckpointConfig;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DeliveryConfig;
import io.motengine.jobs.config.DeliveryMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.config.KafkaConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.config.ReleaseConfig;
import io.motengine.jobs.config.StartFrom;
import io.motengine.jobs.config.WatermarkConfig;
import io.motengine.jobs.decide.DecideSettings;
import io.motengine.jobs.release.KafkaReleaseFeed;
import io.motengine.jobs.release.ReleaseFeed;
import io.motengine.jobs.sink.OutputSinks;
import io.motengine.jobs.source.EventSources;
import io.motengine.jobs.stops.KafkaStopsFeed;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.testing.KafkaBroker;
import io.motengine.jobs.testing.RunningJob;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** The decision job as tests run it: on the test's cluster and broker, with the release of the test resources. */
final class JobFixture {
    static final int SLOTS = 4;
    private static final int MOST_CRASHES = 20;

    private final KafkaBroker broker;
    private final Path directory;

    JobFixture(KafkaBroker broker, Path directory) {
        this.broker = broker;
        this.directory = directory;
    }

    static MiniClusterExtension cluster() {
        return cluster(more -> {});
    }

    static MiniClusterExtension cluster(Consumer<Configuration> more) {
        Configuration flink = new Configuration();
        more.accept(flink);
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        return new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
                .setNumberTaskManagers(1)
                .setNumberSlotsPerTaskManager(SLOTS)
                .setConfiguration(flink)
                .build());
    }

    static ReleaseFiles release() {
        try {
            return ReleaseFiles.read(Path.of("src/test/resources/release"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Live running, with short waits. */
    JobConfig live(DeliveryMode mode) {
        return config(ClockMode.WALL, Ordering.ARRIVAL, false, null, mode, 2);
    }

    /** A stream with a time of its own. */
    JobConfig simulation() {
        return simulation(DeliveryMode.FAST);
    }

    JobConfig simulation(DeliveryMode mode) {
        return config(ClockMode.EVENT, Ordering.ARRIVAL, false, null, mode, 2);
    }

    /** A history to its end, with everything due up to {@code until}. */
    JobConfig history(DeliveryMode mode, Instant until, int parallelism) {
        return config(ClockMode.EVENT, Ordering.EVENT_TIME, true, until, mode, parallelism);
    }

    /** Reads little at a time, so that a test can tell the beginning of a backlog from its end. */
    static JobConfig inSmallBites(JobConfig config) {
        KafkaConfig kafka = config.kafka();
        Map<String, String> bites = Map.of("max.partition.fetch.bytes", "4000", "fetch.max.bytes", "8000");
        return with(
                new KafkaConfig(kafka.bootstrapServers(), kafka.groupId(), kafka.startFrom(), bites, kafka.producer()),
                config.release(),
                config.watermarks(),
                config.due(),
                config.cache(),
                config);
    }

    static JobConfig with(ReleaseConfig release, JobConfig config) {
        return with(config.kafka(), release, config.watermarks(), config.due(), config.cache(), config);
    }

    static JobConfig with(DueConfig due, JobConfig config) {
        return with(config.kafka(), config.release(), config.watermarks(), due, config.cache(), config);
    }

    private static JobConfig with(WatermarkConfig watermarks, JobConfig config) {
        return with(config.kafka(), config.release(), watermarks, config.due(), config.cache(), config);
    }

    /** For a clock that leaps: a topic that is hours ahead of another then is not one that reads too fast. */
    static JobConfig leaping(JobConfig config) {
        WatermarkConfig watermarks = config.watermarks();
        return with(new WatermarkConfig(watermarks.disorder(), watermarks.idleAfter(), Duration.ofDays(400)), config);
    }

    static JobConfig disordered(Duration disorder, JobConfig config) {
        WatermarkConfig watermarks = config.watermarks();
        return with(new WatermarkConfig(disorder, watermarks.idleAfter(), watermarks.maxDrift()), config);
    }

    static JobConfig with(CacheConfig cache, JobConfig config) {
        return with(config.kafka(), config.release(), config.watermarks(), config.due(), cache, config);
    }

    private static JobConfig with(
            KafkaConfig kafka,
            ReleaseConfig release,
            WatermarkConfig watermarks,
            DueConfig due,
            CacheConfig cache,
            JobConfig config) {
        return new JobConfig(
                kafka,
                release,
                config.clock(),
                config.ordering(),
                config.bounded(),
                config.until(),
                config.warmUpUntil(),
                config.delivery(),
                watermarks,
                due,
                cache,
                config.checkpoints(),
                config.parallelism(),
                config.maxParallelism());
    }

    private JobConfig config(
            ClockMode clock, Ordering ordering, boolean bounded, Instant until, DeliveryMode mode, int parallelism) {
        return new JobConfig(
                new KafkaConfig(broker.bootstrap(), null, StartFrom.EARLIEST, Map.of(), Map.of()),
                null,
                clock,
                ordering,
                bounded,
                until,
                null,
                new DeliveryConfig(mode, "tests-" + System.nanoTime(), Duration.ofMinutes(2), null),
                new WatermarkConfig(null, Duration.ofMillis(500), null),
                null,
                null,
                new CheckpointConfig(directory.toUri().toString(), Duration.ofMillis(200), true),
                parallelism,
                null);
    }

    RunningJob start(JobConfig config) throws Exception {
        return start(config, UnaryOperator.identity());
    }

    /** Starts the job with another release. */
    RunningJob start(JobConfig config, ReleaseFiles release) throws Exception {
        return start(config, release, FlinkSettings.of(config), UnaryOperator.identity());
    }

    /** Starts the job by another clock. */
    RunningJob start(JobConfig config, ReleaseFiles release, Clock clock) throws Exception {
        return start(config, release, FlinkSettings.of(config), UnaryOperator.identity(), clock);
    }

    /** Starts the job with its sink wrapped. */
    RunningJob start(JobConfig config, UnaryOperator<Sink<OutputRecord>> wrap) throws Exception {
        return start(config, release(), FlinkSettings.of(config), wrap);
    }

    /** Starts the job so that its savepoints are one file each, for tests to keep. */
    RunningJob startForASmallSavepoint(JobConfig config, Path release) throws Exception {
        Configuration flink = FlinkSettings.of(config);
        flink.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
        return start(config, ReleaseFiles.read(release), flink, UnaryOperator.identity());
    }

    /** Starts the job from a savepoint, all of which must find its place. */
    RunningJob restore(JobConfig config, Path release, Path savepoint) throws Exception {
        Configuration flink = FlinkSettings.of(config);
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        flink.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
        return start(config, ReleaseFiles.read(release), flink, UnaryOperator.identity());
    }

    private static RunningJob start(
            JobConfig config, ReleaseFiles release, Configuration flink, UnaryOperator<Sink<OutputRecord>> wrap)
            throws Exception {
        return start(config, release, flink, wrap, Clock.systemUTC());
    }

    private static RunningJob start(
            JobConfig config,
            ReleaseFiles release,
            Configuration flink,
            UnaryOperator<Sink<OutputRecord>> wrap,
            Clock clock)
            throws Exception {
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, MOST_CRASHES);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofSeconds(30));
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        ReleaseFeed releases = KafkaReleaseFeed.of(config, release);
        EventSources sources = new EventSources(config, releases, clock);
        new DecisionTopology(
                        new DecisionTopology.Sources(
                                sources.transactions(), sources.clicks(), sources.context(), sources.internal()),
                        new DecideSettings(
                                        release,
                                        config.clock(),
                                        config.ordering(),
                                        config.until(),
                                        config.warmUpUntil(),
                                        config.due(),
                                        clock)
                                .keeping(config.cache())
                                .following(releases)
                                .heeding(KafkaStopsFeed.of(config)),
                        new DecisionTopology.Sinks(
                                wrap.apply(OutputSinks.kafka(config)),
                                OutputSinks.told(config),
                                OutputSinks.allocated(config)))
                .define(env);
        return new RunningJob(env.executeAsync(DecisionJob.NAME));
    }
}
