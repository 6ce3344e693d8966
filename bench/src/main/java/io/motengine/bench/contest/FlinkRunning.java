package io.motengine.bench.contest;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink job in this process. All that run in the contest run like this. */
public final class FlinkRunning implements Contestant.Running {
    private static final int PATIENCE_SECONDS = 120;
    private final JobClient client;
    private final CompletableFuture<JobExecutionResult> result;
    private final String counted;
    private final boolean bounded;

    private FlinkRunning(JobClient client, String counted, boolean bounded) {
        this.client = client;
        this.result = client.getJobExecutionResult();
        this.counted = counted;
        this.bounded = bounded;
    }

    /** Puts a job into an environment. */
    @FunctionalInterface
    public interface Definition {
        void into(StreamExecutionEnvironment env) throws Exception;
    }

    /**
     * Starts a job.
     *
     * @param base what the job itself wants of Flink; the same of all where it matters
     * @param counted the operator (by name) whose input is what has been read
     */
    public static FlinkRunning start(Course course, Configuration base, String counted, Definition definition)
            throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(course.parallelism(), configuration(course, base));
        definition.into(env);
        return new FlinkRunning(
                env.executeAsync("bench"), counted, course.settings().containsKey(Course.BOUNDED));
    }

    private static Configuration configuration(Course course, Configuration base) {
        Configuration flink = new Configuration(base);
        ReadCounts.switchOn(flink);
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, course.parallelism());
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(course.managedMib()));
        flink.set(CoreOptions.DEFAULT_PARALLELISM, course.parallelism());
        flink.set(CoreOptions.TMP_DIRS, course.folder().resolve("tmp").toString());
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, course.checkpoint());
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                course.folder().resolve("checkpoints").toUri().toString());
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        course.state().ifPresent(state -> {
            flink.set(StateRecoveryOptions.SAVEPOINT_PATH, state.toUri().toString());
            flink.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.NO_CLAIM);
            // The fill had sources of its own.
            flink.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        });
        return flink;
    }

    @Override
    public long read() {
        return ReadCounts.of(counted);
    }

    @Override
    public String failure() {
        if (!result.isDone()) {
            return null;
        }
        try {
            result.get();
            return bounded ? null : "the job has ended";
        } catch (Exception e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.toString();
        }
    }

    /**
     * Leaves a savepoint in the folder, and says where in it. The job runs on: the cluster of one that was stopped with it is gone, at times
     * before it has answered.
     */
    public Path savepoint(Path folder) throws Exception {
        return Path.of(URI.create(client.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.NATIVE)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
    }

    /** A bounded job is waited for: what it has read may still be on its way. */
    @Override
    public void close() {
        try {
            if (bounded) {
                result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } else if (!result.isDone()) {
                client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the job did not end as it should: " + e, e);
        }
    }
}
