package io.motengine.jobs.source;

import io.motengine.jobs.stream.StreamEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Time follows the latest event of a partition, a fixed disorder behind.
 *
 * <p>Unlike Flink's own, it says something only when there is something new: a repeated watermark would wake up a partition
 * that was just found to be idle.
 */
final class BoundedDisorder implements WatermarkGenerator<StreamEvent> {
    private final long disorderMillis;
    private long latest = EventTime.NONE;
    private long told = EventTime.NONE;

    BoundedDisorder(long disorderMillis) {
        this.disorderMillis = disorderMillis;
    }

    @Override
    public void onEvent(StreamEvent event, long timestamp, WatermarkOutput output) {
        latest = Math.max(latest, timestamp);
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (latest > told) {
            told = latest;
            output.emitWatermark(new Watermark(latest - disorderMillis - 1));
        }
    }
}
