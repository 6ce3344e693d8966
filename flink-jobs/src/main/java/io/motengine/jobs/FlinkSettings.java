package io.motengine.jobs;

import io.motengine.jobs.config.JobConfig;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** What Flink itself is told. A cluster's own configuration holds for everything that does not stand here. */
final class FlinkSettings {
    private static final Duration ALIGNED_AT_MOST = Duration.ofSeconds(5);

    private FlinkSettings() {}

    static Configuration of(JobConfig config) {
        Configuration flink = new Configuration();
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.MAX_PARALLELISM, config.maxParallelism());
        if (config.parallelism() != null) {
            flink.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
        }
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, config.delivery().bufferTimeout());
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(RocksDBOptions.OPTIONS_FACTORY, RecordCompression.class.getName());
        // Else a read looks into a file of each level, though only one has the customer.
        flink.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        flink.set(
                CheckpointingOptions.INCREMENTAL_CHECKPOINTS,
                config.checkpoints().incremental());
        flink.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL,
                config.checkpoints().interval());
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (config.checkpoints().directory() != null) {
            flink.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    config.checkpoints().directory());
        }
        // Aligned is tried first: its checkpoints are smaller.
        flink.set(CheckpointingOptions.ENABLE_UNALIGNED, true);
        flink.set(CheckpointingOptions.ALIGNED_CHECKPOINT_TIMEOUT, ALIGNED_AT_MOST);
        return flink;
    }
}
