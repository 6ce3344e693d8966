package io.motengine.jobs.testing;

import io.motengine.jobs.tally.Tallies;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** A job on the test's cluster; closing cancels it if it still runs. */
public final class RunningJob implements AutoCloseable {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private final JobClient client;

    public RunningJob(JobClient client) {
        this.client = client;
    }

    public JobID id() {
        return client.getJobID();
    }

    /** Waits for the end of a bounded job; its tallies by name, without prefix. */
    public Map<String, Long> finish() throws Exception {
        Map<String, Object> all = client.getJobExecutionResult()
                .get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)
                .getAllAccumulatorResults();
        Map<String, Long> tallies = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(Tallies.PREFIX)) {
                tallies.put(name.substring(Tallies.PREFIX.length()), (Long) value);
            }
        });
        return tallies;
    }

    /** A tally as it stands; it is as old as the last heartbeat. */
    public long tallied(String name) throws Exception {
        Object tally = client.getAccumulators().get().get(Tallies.PREFIX + name);
        return tally == null ? 0 : (Long) tally;
    }

    /** Ends the job with a savepoint below the directory, and says where it is. */
    public Path stopWithSavepoint(Path directory) throws Exception {
        String savepoint = client.stopWithSavepoint(false, directory.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS);
        return Path.of(URI.create(savepoint));
    }

    public boolean runs() {
        return status() == JobStatus.RUNNING;
    }

    public boolean ended() {
        return status().isGloballyTerminalState();
    }

    private JobStatus status() {
        return client.getJobStatus().join();
    }

    @Override
    public void close() {
        if (!ended()) {
            client.cancel().join();
        }
    }
}
