package io.motengine.bench.customers;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Shows the time of the newest event, as a wall clock would if all this happened. */
final class PlanClock extends Clock implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return Progress.newest();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a zone (expected: nobody asks this clock for one)");
    }
}
