package io.motengine.jobs.config;

import java.time.Duration;

/**
 * How state survives.
 *
 * @param directory URI of the checkpoints; null to use what the cluster is configured with
 * @param interval from the start of one checkpoint to the start of the next
 * @param incremental whether a checkpoint of RocksDB carries only what changed
 */
public record CheckpointConfig(String directory, Duration interval, Boolean incremental) {
    public CheckpointConfig {
        interval = Checks.positive("interval", interval, Duration.ofSeconds(10));
        incremental = incremental == null || incremental;
    }

    static CheckpointConfig defaults() {
        return new CheckpointConfig(null, null, null);
    }
}
