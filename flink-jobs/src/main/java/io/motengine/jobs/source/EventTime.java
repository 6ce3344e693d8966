package io.motengine.jobs.source;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Skipped;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;

/** The event time (epoch milliseconds) of a stream element; {@link Long#MIN_VALUE} if it has none. */
final class EventTime implements SerializableTimestampAssigner<StreamEvent> {
    private static final long serialVersionUID = 1L;
    static final long NONE = Long.MIN_VALUE;
    private final ClockMode clock;

    EventTime(ClockMode clock) {
        this.clock = clock;
    }

    @Override
    public long extractTimestamp(StreamEvent event, long kafkaTimestamp) {
        if (event instanceof Decidable decidable) {
            long time = decidable.envelope().time().toEpochMilli();
            // One event that claims to come from next year must not carry the whole partition there.
            return clock == ClockMode.WALL ? Math.min(time, decidable.ingressMillis()) : time;
        }
        if (event instanceof Skipped skipped && skipped.time() != null) {
            long time = skipped.time().toEpochMilli();
            return clock == ClockMode.WALL ? Math.min(time, kafkaTimestamp) : time;
        }
        return NONE;
    }
}
