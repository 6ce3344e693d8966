package io.motengine.engine.catalog;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * A span of the day, the first minute included and the last not; past midnight if {@code until} is not after {@code from}.
 *
 * @param workingDays whether it is closed on days that are no working days
 */
public record Hours(LocalTime from, LocalTime until, boolean workingDays) {

    /** Whether a time lies within, in its own zone. */
    public boolean cover(ZonedDateTime time) {
        LocalTime clock = time.toLocalTime();
        return from.isBefore(until)
                ? !clock.isBefore(from) && clock.isBefore(until)
                : !clock.isBefore(from) || clock.isBefore(until);
    }
}
