package io.motengine.jobs.source;

import io.motengine.jobs.stream.StreamEvent;
import java.time.Clock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;

/** Notes what was emitted of one partition on its way out, and wakes the partition up if it had stepped aside. */
final class PartitionOutput implements SourceOutput<StreamEvent> {
    private final SourceOutput<StreamEvent> delegate;
    private final Partition partition;
    private final Clock clock;
    private boolean aside;

    PartitionOutput(SourceOutput<StreamEvent> delegate, Partition partition, Clock clock) {
        this.delegate = delegate;
        this.partition = partition;
        this.clock = clock;
    }

    @Override
    public void collect(StreamEvent event) {
        note(event);
        delegate.collect(event);
    }

    @Override
    public void collect(StreamEvent event, long timestamp) {
        note(event);
        delegate.collect(event, timestamp);
    }

    private void note(StreamEvent event) {
        if (aside) {
            markActive();
        }
        partition.emitted(event, clock.millis());
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        delegate.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
        aside = true;
        delegate.markIdle();
    }

    @Override
    public void markActive() {
        aside = false;
        delegate.markActive();
    }
}
