package io.motengine.jobs.decide;

import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/**
 * Runs a {@link DecideFunction} with timers that a checkpoint may interrupt: after an outage, a million customers may be due
 * at once.
 */
public final class DecideOperator extends KeyedProcessOperator<String, StreamEvent, OutputRecord> {
    private static final long serialVersionUID = 1L;

    public DecideOperator(DecideFunction function) {
        super(function);
    }

    @Override
    public boolean useInterruptibleTimers() {
        return true;
    }
}
