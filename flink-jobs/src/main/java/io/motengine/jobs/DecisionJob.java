package io.motengine.jobs;

import io.motengine.engine.release.ReleaseException;
import io.motengine.jobs.config.ConfigException;
import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.config.JobConfigFile;
import io.motengine.jobs.decide.DecideSettings;
import io.motengine.jobs.release.KafkaReleaseFeed;
import io.motengine.jobs.release.ReleaseFeed;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.sink.OutputSinks;
import io.motengine.jobs.source.EventSources;
import io.motengine.jobs.stops.KafkaStopsFeed;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The main program: {@code flink run mot-flink-jobs.jar --config job.yaml}, in session and application mode.
 *
 * <p>Without {@code --config} for {@code standalone-job.sh}, which takes that word for its own {@code --configDir}.
 *
 * <p>Configuration and release are read where the job is submitted and travel in the job.
 */
public final class DecisionJob {
    static final String NAME = "mot-decision";

    private final JobConfig config;
    private final ReleaseFiles release;

    DecisionJob(JobConfig config, ReleaseFiles release) {
        this.config = config;
        this.release = release;
    }

    /** Reads the configuration file and the release it names. */
    public static DecisionJob read(Path file) throws ConfigException {
        JobConfig config = JobConfigFile.read(file);
        Path directory = file.toAbsolutePath().resolveSibling(config.release().path());
        try {
            return new DecisionJob(config, ReleaseFiles.read(directory));
        } catch (IOException e) {
            throw new ConfigException("release.path: " + e.getMessage());
        }
    }

    public static void main(String[] args) throws Exception {
        DecisionJob job = read(file(args));
        // Compiled here only to refuse a bad release before anything starts.
        try (Releases.Lease checked = job.compile()) {
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.getExecutionEnvironment(job.flinkConfiguration());
            job.define(env);
            env.execute(NAME + " " + checked.release().id());
        }
    }

    private static Path file(String[] args) throws ConfigException {
        if (args.length == 2 && args[0].equals("--config")) {
            return Path.of(args[1]);
        }
        if (args.length == 1 && !args[0].startsWith("-")) {
            return Path.of(args[0]);
        }
        throw new ConfigException("arguments: " + String.join(" ", args) + " (expected: [--config] job.yaml)");
    }

    public JobConfig config() {
        return config;
    }

    /** The compiled release, refused here if it is bad. */
    public Releases.Lease compile() throws ReleaseException {
        return Releases.lease(release);
    }

    /** What the job wants of Flink, over what the cluster is configured with. */
    public Configuration flinkConfiguration() {
        return FlinkSettings.of(config);
    }

    /** Puts the job into the environment. */
    public void define(StreamExecutionEnvironment env) {
        Clock clock = Clock.systemUTC();
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
                                OutputSinks.kafka(config), OutputSinks.told(config), OutputSinks.allocated(config)))
                .define(env);
    }
}
