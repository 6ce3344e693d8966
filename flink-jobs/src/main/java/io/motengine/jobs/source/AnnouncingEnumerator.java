package io.motengine.jobs.source;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * Kafka's enumerator, which also tells each reader when all its partitions have been assigned.
 *
 * <p>A reader without partitions must not hold back time for ever, and must not let it go before it knows that it will get
 * none: at a start after an outage, time would jump over the backlog.
 */
final class AnnouncingEnumerator implements SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> {
    private static final long PERIOD_MILLIS = 500;
    private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> delegate;
    private final SplitEnumeratorContext<KafkaPartitionSplit> context;
    private final Set<Integer> told = new HashSet<>();

    AnnouncingEnumerator(
            SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> delegate,
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        this.delegate = delegate;
        this.context = context;
    }

    @Override
    public void start() {
        delegate.start();
        context.callAsync(() -> true, (tick, failure) -> announce(), PERIOD_MILLIS, PERIOD_MILLIS);
    }

    /** Runs in the coordinator's thread, so what the delegate assigned before has been sent before. */
    private void announce() {
        if (told.containsAll(context.registeredReaders().keySet()) || !discovered()) {
            return;
        }
        for (int reader : context.registeredReaders().keySet()) {
            if (told.add(reader)) {
                context.sendEventToSourceReader(reader, new SplitsAssigned());
            }
        }
    }

    private boolean discovered() {
        try {
            return delegate.snapshotState(0).initialDiscoveryFinished();
        } catch (Exception e) {
            throw new IllegalStateException("the enumerator's state cannot be read", e);
        }
    }

    @Override
    public void addReader(int subtask) {
        told.remove(subtask);
        delegate.addReader(subtask);
    }

    @Override
    public void handleSplitRequest(int subtask, String hostname) {
        delegate.handleSplitRequest(subtask, hostname);
    }

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> splits, int subtask) {
        delegate.addSplitsBack(splits, subtask);
    }

    @Override
    public void handleSourceEvent(int subtask, SourceEvent event) {
        delegate.handleSourceEvent(subtask, event);
    }

    @Override
    public KafkaSourceEnumState snapshotState(long checkpoint) throws Exception {
        return delegate.snapshotState(checkpoint);
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
    public void close() throws IOException {
        delegate.close();
    }
}
