package io.motengine.bench.peers.flink;

import io.motengine.bench.contest.Course;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;

/** The cluster in this process, tuned as the engine's is: RocksDB with bloom filters, incremental checkpoints, object reuse. */
final class PeerCluster {
    private PeerCluster() {}

    static Configuration configuration(Course course) {
        Configuration flink = new Configuration();
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(course.managedMib()));
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, course.parallelism());
        flink.set(CoreOptions.TMP_DIRS, course.folder().resolve("tmp").toString());
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, course.checkpoint());
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                course.folder().resolve("checkpoints").toUri().toString());
        return flink;
    }
}
