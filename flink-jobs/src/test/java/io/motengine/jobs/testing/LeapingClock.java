package io.motengine.jobs.testing;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wall clock that a test lets leap: it runs on like any other, so that a live job does in a minute what it would do in weeks.
 *
 * <p>It travels with the job, and its copies in this process leap along.
 */
public final class LeapingClock extends Clock implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Duration> AHEAD = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();

    public LeapingClock(Instant start) {
        leap(start);
    }

    /** Goes on from there. */
    public void leap(Instant to) {
        AHEAD.put(id, Duration.between(Instant.now(), to));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(AHEAD.get(id));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zone: " + zone + " (expected: nobody asks)");
    }
}
