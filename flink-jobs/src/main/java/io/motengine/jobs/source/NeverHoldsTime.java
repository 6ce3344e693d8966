package io.motengine.jobs.source;

import io.motengine.jobs.stream.StreamEvent;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Topics that say who the customer is take no part in time, live: they may be silent for days, or days behind. */
final class NeverHoldsTime implements WatermarkGenerator<StreamEvent> {
    @Override
    public void onEvent(StreamEvent event, long timestamp, WatermarkOutput output) {
        // An event of these topics says nothing about how far the others are.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
