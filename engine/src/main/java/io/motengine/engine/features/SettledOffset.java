package io.motengine.engine.features;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * The offset that a zone keeps for good once its clocks have been changed for the last time: days are then a matter of arithmetic.
 *
 * @param from epoch milliseconds; {@link Long#MAX_VALUE} for a zone whose clocks go on being changed
 */
record SettledOffset(long from, long millis) {
    static SettledOffset of(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = rules.getTransitions();
        if (!rules.getTransitionRules().isEmpty() || (changes.isEmpty() && !rules.isFixedOffset())) {
            return new SettledOffset(Long.MAX_VALUE, 0);
        }
        if (changes.isEmpty()) {
            return new SettledOffset(
                    Long.MIN_VALUE, millis(rules.getOffset(Instant.EPOCH).getTotalSeconds()));
        }
        ZoneOffsetTransition last = changes.get(changes.size() - 1);
        // A day that the last change itself fell on is left to the calendar.
        return new SettledOffset(
                millis(last.toEpochSecond()) + Grid.DAY,
                millis(last.getOffsetAfter().getTotalSeconds()));
    }

    private static long millis(long seconds) {
        return seconds * 1_000;
    }
}
