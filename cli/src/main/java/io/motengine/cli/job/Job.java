package io.motengine.cli.job;

import io.motengine.cli.process.ChildJvm;
import io.motengine.cli.process.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The decision job on a local Flink cluster: its own process, started again from its last checkpoint should it be killed. */
public final class Job implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final String NAME = "job";
    /** By name: this module does not depend on the shell around the engine. */
    private static final String MAIN = "io.motengine.jobs.local.LocalCluster";

    /** The cluster's own verdicts: the job ended, it failed for good, it was refused. Anything else is a crash. */
    private static final int LAST_VERDICT = 2;

    private static final int MOST_RESTARTS = 10;
    private final RunDirectory directory;
    private final ChildJvm.Spec spec;
    private final JobMonitor monitor;
    private final JobOutput output;
    private final AtomicInteger restarts = new AtomicInteger();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private ChildJvm process;
    private boolean closing;

    private Job(RunDirectory directory, ChildJvm.Spec spec, JobMonitor monitor) {
        this.directory = directory;
        this.spec = spec;
        this.monitor = monitor;
        this.output = new JobOutput(directory.file(NAME + ".out"));
    }

    /** Starts the job; it is still compiling its rules when this returns. */
    public static Job start(JobSettings settings, int webPort, RunDirectory directory) throws IOException {
        Path config = directory.file("decision-job.yaml");
        settings.write(config);
        List<String> arguments = List.of(
                "--config",
                config.toString(),
                "--web-port",
                Integer.toString(webPort),
                "--dir",
                directory.file("flink").toString(),
                "--slots",
                Integer.toString(settings.parallelism()));
        ChildJvm.Spec spec = new ChildJvm.Spec(NAME, MAIN, List.of("-Xmx1536m"), arguments);
        Job job = new Job(directory, spec, new JobMonitor(webPort));
        job.launch();
        return job;
    }

    /** Only this class completes {@link #ended}: nothing that happens in {@link #afterEnd} is lost. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private synchronized void launch() throws IOException {
        if (!closing) {
            process = ChildJvm.start(spec, directory);
            process.ended().thenAccept(this::afterEnd);
        }
    }

    private synchronized void afterEnd(int exitCode) {
        if (closing || exitCode <= LAST_VERDICT || restarts.get() == MOST_RESTARTS) {
            ended.complete(exitCode);
            return;
        }
        LOG.warn("the job process ended with {} and is started again", exitCode);
        restarts.incrementAndGet();
        try {
            launch();
        } catch (IOException e) {
            ended.completeExceptionally(new UncheckedIOException(e));
        }
    }

    public JobMonitor monitor() {
        return monitor;
    }

    /** How often the process died and was started again. */
    public int restarts() {
        return restarts.get();
    }

    /** Completes with the exit code when the job has ended for good: 0 at the end of a history. */
    public CompletableFuture<Integer> ended() {
        return ended;
    }

    /** The exact counts of a history that has ended. */
    public Optional<Tallies> summary() {
        return output.summary();
    }

    /** Asks the job to stop with a savepoint below the directory; it ends when that is written. */
    public synchronized void stopWithSavepoint(Path folder) throws IOException {
        process.say("savepoint " + folder);
    }

    /** Where the savepoint is that the job was stopped with. */
    public Optional<String> savepoint() {
        return output.savepoint();
    }

    /** Why the savepoint that was asked for was not taken; empty if nothing is known against it. */
    public Optional<String> savepointFailure() {
        return output.savepointFailure();
    }

    /** Why the job ended for good, in words. */
    public String reason() {
        return output.reason().orElse("its process ended with " + ended.getNow(-1)) + "; log: "
                + directory.file(NAME + ".log");
    }

    @Override
    public void close() {
        ChildJvm last;
        synchronized (this) {
            closing = true;
            last = process;
        }
        last.close();
    }
}
