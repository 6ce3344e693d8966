package io.motengine.jobs.source;

import io.motengine.jobs.source.Partition.Proof;
import io.motengine.jobs.stream.StreamEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.util.IOUtils;

/**
 * Kafka's reader, which also lets time pass over partitions that are silent and proven to be read to their end.
 *
 * <p>A proof says that everything that came in before a moment was emitted, so time may stand at that moment, less the
 * disorder allowed. All but what the probe calls runs in the task's thread.
 */
@SuppressWarnings("try") // Flink may interrupt a reader while it closes
final class CaughtUpReader implements SourceReader<StreamEvent, KafkaPartitionSplit>, CaughtUpProbe.Asker {
    private final SourceReader<StreamEvent, KafkaPartitionSplit> delegate;
    private final QuietPolicy policy;
    private final Clock clock;
    private final Map<String, Partition> partitions = new ConcurrentHashMap<>();
    private final Map<String, PartitionOutput> outputs = new HashMap<>();
    private volatile CompletableFuture<Void> wakeUp = new CompletableFuture<>();
    private ReaderOutput<StreamEvent> watched;
    private volatile RuntimeException bug;
    private boolean aside;
    private final List<AutoCloseable> resources = new ArrayList<>();

    CaughtUpReader(SourceReader<StreamEvent, KafkaPartitionSplit> delegate, QuietPolicy policy, Clock clock) {
        this.delegate = delegate;
        this.policy = policy;
        this.clock = clock;
    }

    /** What to close with the reader. */
    void owns(AutoCloseable closeable) {
        resources.add(closeable);
    }

    @Override
    public Collection<Partition> quiet() {
        long now = clock.millis();
        return partitions.values().stream()
                .filter(partition -> partition.quiet(now, policy.idleAfter().toMillis()))
                .toList();
    }

    @Override
    public void failed(RuntimeException found) {
        bug = found;
        wakeUp.complete(null);
    }

    @Override
    public void proofsFound() {
        wakeUp.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<StreamEvent> output) throws Exception {
        if (watched == null) {
            watched = new WatchedOutput(output);
        }
        if (wakeUp.isDone()) {
            // Renewed before the proofs are read: one that is found meanwhile completes the new one.
            wakeUp = new CompletableFuture<>();
            tell(output);
        }
        return delegate.pollNext(watched);
    }

    private void tell(ReaderOutput<StreamEvent> output) {
        if (bug != null) {
            throw new IllegalStateException("the probe of quiet partitions failed", bug);
        }
        if (aside) {
            output.markIdle();
            return;
        }
        long now = clock.millis();
        for (Map.Entry<String, Partition> entry : partitions.entrySet()) {
            Proof proof = entry.getValue().takeProof();
            if (proof != null && entry.getValue().quiet(now, policy.idleAfter().toMillis())) {
                SourceOutput<StreamEvent> out = watched.createOutputForSplit(entry.getKey());
                if (policy.partition() == QuietPartition.STEPS_ASIDE) {
                    out.markIdle();
                } else if (policy.partition() == QuietPartition.REACHES_END) {
                    out.emitWatermark(new Watermark(policy.end()));
                } else {
                    out.emitWatermark(
                            new Watermark(proof.atMillis() - policy.disorder().toMillis() - 1));
                }
            }
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        CompletableFuture<Void> records = delegate.isAvailable();
        CompletableFuture<Void> proofs = wakeUp;
        if (records.isDone() || proofs.isDone()) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.anyOf(records, proofs).thenApply(any -> null);
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {
        for (KafkaPartitionSplit split : splits) {
            partitions.put(
                    split.splitId(),
                    new Partition(split.getTopicPartition(), split.getStartingOffset(), clock.millis()));
        }
        aside = false;
        delegate.addSplits(splits);
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (event instanceof SplitsAssigned) {
            aside = partitions.isEmpty();
            wakeUp.complete(null);
        } else {
            delegate.handleSourceEvents(event);
        }
    }

    @Override
    public void start() {
        delegate.start();
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
        return delegate.snapshotState(checkpoint);
    }

    @Override
    public void notifyNoMoreSplits() {
        delegate.notifyNoMoreSplits();
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        delegate.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
        delegate.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
        delegate.pauseOrResumeSplits(pause, resume);
    }

    @Override
    public void close() throws Exception {
        try {
            IOUtils.closeAll(resources);
        } finally {
            delegate.close();
        }
    }

    /** Hands out outputs that note what passes; the delegate emits through one for each of its partitions. */
    private final class WatchedOutput implements ReaderOutput<StreamEvent> {
        private final ReaderOutput<StreamEvent> main;

        private WatchedOutput(ReaderOutput<StreamEvent> main) {
            this.main = main;
        }

        @Override
        public SourceOutput<StreamEvent> createOutputForSplit(String id) {
            return outputs.computeIfAbsent(
                    id, key -> new PartitionOutput(main.createOutputForSplit(key), partitions.get(key), clock));
        }

        @Override
        public void releaseOutputForSplit(String id) {
            outputs.remove(id);
            partitions.remove(id);
            main.releaseOutputForSplit(id);
        }

        @Override
        public void collect(StreamEvent event) {
            main.collect(event);
        }

        @Override
        public void collect(StreamEvent event, long timestamp) {
            main.collect(event, timestamp);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            main.emitWatermark(watermark);
        }

        @Override
        public void markIdle() {
            main.markIdle();
        }

        @Override
        public void markActive() {
            main.markActive();
        }
    }
}
