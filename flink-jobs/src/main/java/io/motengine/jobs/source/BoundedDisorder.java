package io.motengine.jobs.source;

import io.motengine.jobs.stream.StreamEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Time follows the latest event of a partition, a fixed disorder behind.
 *
 * <p>A warm-up's time ends where live running starts: what is later must wait for that.
 *
 * <p>Unlike Flink's own, it says something only when there is something new: a repeated watermark would wake up a partition
 * that was just found to be idle.
 */
final class BoundedDisorder implements WatermarkGenerator<StreamEvent> {
    private final long disorderMillis;
    private final long end;
    private long latest = EventTime.NONE;
    private long told = EventTime.NONE;

    /** @param end no watermark is later, epoch milliseconds; {@link Long#MAX_VALUE} without an end */
    BoundedDisorder(long disorderMillis, long end) {
        this.disorderMillis = disorderMillis;
        this.end = end;
    }

    @Override
    public void onEvent(StreamEvent event, long timestamp, WatermarkOutput output) {
        latest = Math.max(latest, timestamp);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (latest == EventTime.NONE) {
            return;
        }
        long reached = Math.min(latest - disorderMillis - 1, end);
        if (reached > told) {
            told = reached;
            output.emitWatermark(new Watermark(reached));
        }
    }
}
