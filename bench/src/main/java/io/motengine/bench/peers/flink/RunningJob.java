package io.motengine.bench.peers.flink;

import io.motengine.bench.contest.Contestant.Running;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;

/** A job of this process. */
final class RunningJob implements Running {
    private static final int PATIENCE_SECONDS = 30;
    private final JobClient client;
    private final CompletableFuture<JobExecutionResult> result;

    RunningJob(JobClient client) {
        this.client = client;
        this.result = client.getJobExecutionResult();
    }

    @Override
    public long read() {
        return CountRead.read();
    }

    @Override
    public String failure() {
        if (!result.isDone()) {
            return null;
        }
        try {
            result.join();
            return "the job has ended";
        } catch (CompletionException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.toString();
        }
    }

    /** A bounded job is waited for; any other is cancelled. */
    @Override
    public void close() throws Exception {
        if (!result.isDone()) {
            client.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        result.handle((done, cancelled) -> done).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
