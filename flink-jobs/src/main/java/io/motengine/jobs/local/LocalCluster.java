package io.motengine.jobs.local;

import io.motengine.engine.release.ReleaseException;
import io.motengine.jobs.DecisionJob;
import io.motengine.jobs.config.ConfigException;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.tally.Tallies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The decision job on a Flink cluster inside this process, with Flink's web UI: what {@code mot demo} and {@code mot replay}
 * start.
 *
 * <p>It goes on from the newest checkpoint in its directory, or from the savepoint named where there is none, tells its state on standard output (see {@link StatusLines}), and
 * ends when the job ends or when its standard input does (see {@link ParentOrders}), so that nothing outlives whoever started it. Exit codes: 0 the job
 * ended well, 1 it failed, 2 it could not start as asked.
 */
public final class LocalCluster {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int DEFAULT_SLOTS = 2;
    private static final int RESTARTS = 10;
    private static final Duration RESTART_AFTER = Duration.ofSeconds(1);
    /** Accumulators travel with heartbeats, and somebody may be watching them, and how far time has come. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(256);

    private final LocalArguments arguments;
    private final DecisionJob job;
    private final StatusLines lines;

    private final LastSavepoint savepoint;

    private LocalCluster(LocalArguments arguments, DecisionJob job, StatusLines lines, LastSavepoint savepoint) {
        this.arguments = arguments;
        this.job = job;
        this.lines = lines;
        this.savepoint = savepoint;
    }

    public static void main(String[] args) {
        StatusLines lines = new StatusLines(System.out);
        ParentOrders orders = ParentOrders.from(System.in);
        try {
            LocalArguments arguments = LocalArguments.parse(args);
            refuseTakenPort(arguments.webPort());
            DecisionJob job = DecisionJob.read(arguments.config());
            // Held until the job ends, so that it is compiled once only.
            try (Releases.Lease lease = job.compile()) {
                boolean well = new LocalCluster(arguments, job, lines, new LastSavepoint(orders))
                        .run(lease.release().id());
                System.exit(well ? 0 : FAILED);
            }
        } catch (ConfigException | ReleaseException e) {
            lines.status(Map.of("state", "REFUSED", "reason", e.getMessage()));
            System.exit(REFUSED);
        } catch (Exception e) {
            lines.status(Map.of("state", "FAILED", "reason", rootCause(e)));
            System.exit(FAILED);
        }
    }

    private static void refuseTakenPort(int port) throws ConfigException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("localhost", port));
        } catch (IOException e) {
            throw new ConfigException("web port: " + port + " is taken (expected: a free port)");
        }
    }

    private boolean run(String release) throws Exception {
        Path checkpoints = checkpoints();
        Files.createDirectories(checkpoints);
        Optional<Path> restored =
                RetainedCheckpoints.newest(checkpoints).or(() -> Optional.ofNullable(arguments.from()));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(configuration(checkpoints, restored));
        job.define(env);
        return follow(env.executeAsync("mot-decision " + release), restored);
    }

    private Path checkpoints() {
        String configured = job.config().checkpoints().directory();
        return configured == null ? arguments.directory().resolve("checkpoints") : Path.of(URI.create(configured));
    }

    private Configuration configuration(Path checkpoints, Optional<Path> restored) throws IOException {
        Configuration flink = job.flinkConfiguration();
        flink.set(RestOptions.ADDRESS, "localhost");
        flink.set(RestOptions.BIND_ADDRESS, "localhost");
        flink.set(RestOptions.PORT, arguments.webPort());
        flink.set(RestOptions.BIND_PORT, Integer.toString(arguments.webPort()));
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, slots());
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
        flink.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, HEARTBEAT);
        flink.set(
                CoreOptions.TMP_DIRS,
                Files.createDirectories(arguments.directory().resolve("tmp")).toString());
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, RESTART_AFTER);
        restored.ifPresent(path -> {
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toUri().toString());
            // What a killed process left is owned from now on, so that it does not pile up. A savepoint stays its
            // owner's.
            flink.set(
                    StateRecoveryOptions.RESTORE_MODE,
                    path.equals(arguments.from()) ? RecoveryClaimMode.NO_CLAIM : RecoveryClaimMode.CLAIM);
        });
        return flink;
    }

    private int slots() {
        if (arguments.slots() != null) {
            return arguments.slots();
        }
        Integer parallelism = job.config().parallelism();
        return parallelism == null ? DEFAULT_SLOTS : parallelism;
    }

    private boolean follow(JobClient client, Optional<Path> restored) throws Exception {
        Map<String, String> status = new TreeMap<>();
        status.put("web", "http://localhost:" + arguments.webPort());
        status.put("job", client.getJobID().toHexString());
        restored.ifPresent(path -> status.put("restoredFrom", path.toString()));
        CompletableFuture<JobExecutionResult> result = client.getJobExecutionResult();
        String told = "";
        while (!result.isDone()) {
            savepoint.look(client, status);
            status.put("state", state(client));
            if (!status.toString().equals(told) && !result.isDone()) {
                told = status.toString();
                lines.status(status);
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        return ended(result, status);
    }

    /** The cluster goes away with its job, and then does not answer any more. */
    private static String state(JobClient client) throws InterruptedException {
        try {
            return client.getJobStatus().get().name();
        } catch (ExecutionException | IllegalStateException e) {
            return "ENDING";
        }
    }

    private boolean ended(CompletableFuture<JobExecutionResult> result, Map<String, String> status)
            throws InterruptedException {
        try {
            Map<String, Object> accumulators = result.get().getAllAccumulatorResults();
            status.put("state", "FINISHED");
            savepoint.ended(status);
            lines.status(status);
            lines.summary(tallies(accumulators));
            return true;
        } catch (ExecutionException e) {
            status.put("state", "FAILED");
            status.put("reason", rootCause(e));
            lines.status(status);
            return false;
        }
    }

    static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    private static Map<String, Long> tallies(Map<String, Object> accumulators) {
        Map<String, Long> tallies = new TreeMap<>();
        accumulators.forEach((name, value) -> {
            if (name.startsWith(Tallies.PREFIX) && value instanceof Long count) {
                tallies.put(name.substring(Tallies.PREFIX.length()), count);
            }
        });
        return tallies;
    }
}
