package io.motengine.cli.replay;

import io.motengine.cli.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What was asked of a replay.
 *
 * @param files given by name; empty to take all of the mapping from {@code data}
 * @param data folder with the mapping's files; null if none was named
 * @param bootstrap of a broker to publish to; null to run the job here
 * @param rate most events in a second; 0 for as fast as possible
 * @param out where outputs go; null for nowhere
 * @param warmUpUntil only build state, from what is before, and stop with a savepoint; null to decide everything
 * @param savepointTo where the savepoint of a warm-up goes
 */
record ReplayPlan(
        Path mapping,
        List<Path> files,
        Path data,
        String bootstrap,
        int rate,
        Path release,
        int parallelism,
        Path out,
        Instant warmUpUntil,
        Path savepointTo,
        boolean keep,
        Path runDirectory) {
    ReplayPlan {
        files = List.copyOf(files);
        if (rate < 0) {
            throw new Refusal("--rate: " + rate + " (expected: 1 or more; leave it out for as fast as possible)");
        }
        if (parallelism < 1) {
            throw new Refusal("--parallelism: " + parallelism + " (expected: 1 or more)");
        }
        if (warmUpUntil != null && out != null) {
            throw new Refusal("--out: there is nothing to write in a warm-up (expected: no --warm-up-until)");
        }
        if (bootstrap != null && out != null) {
            throw new Refusal("--out: there is nothing to write when another job decides (expected: no --bootstrap)");
        }
    }
}
