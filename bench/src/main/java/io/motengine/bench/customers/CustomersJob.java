package io.motengine.bench.customers;

import io.motengine.bench.ReferenceRelease;
import io.motengine.jobs.RecordCompression;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.decide.DecideOperator;
import io.motengine.jobs.decide.DecideSettings;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEventSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The decision operator as it is live, between a generator and a listener.
 *
 * <pre>
 *  numbers ──► population ──► by customer ──► decide ──► listen
 * </pre>
 */
final class CustomersJob {
    private static final String DECIDE = "decide";
    private static final int MANAGED_MIB = 2_048;
    private final Plan plan;
    private final Activity active;
    private final DueConfig due;
    private final int parallelism;
    private final Path folder;
    private final Duration checkpoints;

    CustomersJob(Plan plan, Activity active, DueConfig due, int parallelism, Path folder, Duration checkpoints) {
        this.plan = plan;
        this.active = active;
        this.due = due;
        this.parallelism = parallelism;
        this.folder = folder;
        this.checkpoints = checkpoints;
    }

    void run() throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration());
        define(env);
        env.execute("customers");
    }

    private void define(StreamExecutionEnvironment env) throws IOException {
        DecideSettings settings = new DecideSettings(
                ReferenceRelease.files(), ClockMode.WALL, Ordering.ARRIVAL, null, null, due, new PlanClock());
        env.fromSequence(0, plan.events() - 1)
                .setParallelism(1)
                .flatMap(new Population(plan, active))
                .returns(StreamEventSerializer.TYPE)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<StreamEvent>forMonotonousTimestamps()
                        .withTimestampAssigner((event, time) -> ((StreamEvent.Decidable) event).ingressMillis()))
                .setParallelism(1)
                .keyBy(event -> ((StreamEvent.Decidable) event).envelope().subject(), Types.STRING)
                .transform(DECIDE, OutputRecordSerializer.TYPE, new DecideOperator(settings))
                .uid(DECIDE)
                .filter(new Listener(plan))
                .sinkTo(new DiscardingSink<>());
    }

    private Configuration configuration() {
        Configuration flink = new Configuration();
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(RocksDBOptions.OPTIONS_FACTORY, RecordCompression.class.getName());
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(MANAGED_MIB));
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        flink.set(CoreOptions.TMP_DIRS, folder.resolve("tmp").toString());
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        // What the job has by default: Flink's own would be most of what an event waits.
        flink.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(CheckpointingOptions.ENABLE_UNALIGNED, true);
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        if (!checkpoints.isZero()) {
            flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
        }
        return flink;
    }
}
