package io.motengine.cli.replay;

import static io.motengine.cli.screen.Numbers.count;

import io.motengine.cli.job.Job;
import io.motengine.cli.job.JobSettings;
import io.motengine.cli.job.Tallies;
import io.motengine.cli.process.Ports;
import io.motengine.cli.process.RunDirectory;
import io.motengine.cli.process.Stop;
import io.motengine.cli.screen.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;

/** Has the job build state from what is on the topics, and stops it with a savepoint where live running starts. */
final class WarmUp {
    private static final int CHECKPOINT_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ReplayPlan plan;
    private final Stages stages;

    WarmUp(ReplayPlan plan, Stages stages) {
        this.plan = plan;
        this.stages = stages;
    }

    Account run(String bootstrap, History history, RunDirectory directory, Stop stop) throws IOException {
        Files.createDirectories(plan.savepointTo());
        JobSettings settings = new JobSettings(
                bootstrap, plan.release(), "fast", CHECKPOINT_SECONDS, plan.parallelism(), null, plan.warmUpUntil());
        try (Job job = Job.start(settings, Ports.anyFree(), directory)) {
            long startedAt = System.nanoTime();
            stopAtEnd(job, stop);
            long seconds = (System.nanoTime() - startedAt) / 1_000_000_000;
            String savepoint = job.savepoint().orElseThrow(() -> failed(job));
            Tallies tallies = job.summary().orElseThrow(() -> new IOException("the job ended without its counts"));
            stages.done("warmed   up until %s in %d s, %s events, %s actions issued"
                    .formatted(plan.warmUpUntil(), seconds, count(tallies.ended()), count(issued(tallies))));
            stages.done("saved    " + savepoint);
            return new Account(history.accounts(), tallies, plan.bootstrap() != null);
        }
    }

    private void stopAtEnd(Job job, Stop stop) throws IOException {
        stages.doing("warming up");
        boolean stopping = false;
        while (!job.ended().isDone()) {
            if (stop.await(PATIENCE)) {
                throw new IOException("stopped before the warm-up had ended");
            }
            if (stopping && job.savepointFailure().isPresent()) {
                throw new IOException(
                        "no savepoint was taken: " + job.savepointFailure().get());
            }
            long reached = job.monitor().reached().orElse(Long.MIN_VALUE);
            if (!stopping && reached >= plan.warmUpUntil().toEpochMilli() - 1) {
                stages.doing("writing the savepoint");
                job.stopWithSavepoint(plan.savepointTo());
                stopping = true;
            } else if (!stopping && reached > 0) {
                stages.doing("warming up, " + Instant.ofEpochMilli(reached));
            }
        }
        if (job.ended().join() != 0) {
            throw failed(job);
        }
    }

    private static IOException failed(Job job) {
        return new IOException("the warm-up failed: " + job.reason() + " (--keep keeps it)");
    }

    private static long issued(Tallies tallies) {
        return tallies.under("actions").values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
