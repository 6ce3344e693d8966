package io.motengine.jobs.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/**
 * Stops the job with a savepoint when that is asked for.
 *
 * <p>In the canonical format: it is read by any state backend and any later version. The end of event time is not declared
 * with it, since the job that goes on has more of it.
 */
final class LastSavepoint {
    private static final long PATIENCE_SECONDS = 30;

    private final ParentOrders orders;
    private CompletableFuture<String> path;

    LastSavepoint(ParentOrders orders) {
        this.orders = orders;
    }

    /** Called again and again while the job runs; what went wrong goes into the status. */
    void look(JobClient client, Map<String, String> status) {
        if (path != null && path.isCompletedExceptionally()) {
            status.put("savepointFailed", failure());
            path = null;
        }
        String directory = path == null ? orders.nextSavepoint() : null;
        if (directory != null) {
            status.remove("savepointFailed");
            path = client.stopWithSavepoint(
                    false, Path.of(directory).toAbsolutePath().toUri().toString(), SavepointFormatType.CANONICAL);
        }
    }

    /** The job has ended well: puts into the status where its savepoint is, if one was taken. */
    void ended(Map<String, String> status) throws InterruptedException {
        if (path == null) {
            return;
        }
        try {
            status.put("savepoint", path.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            status.put("savepointFailed", LocalCluster.rootCause(e));
        }
    }

    private String failure() {
        try {
            return path.getNow("");
        } catch (RuntimeException e) {
            return LocalCluster.rootCause(e);
        }
    }
}
