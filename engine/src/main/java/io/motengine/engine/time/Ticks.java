package io.motengine.engine.time;

import io.motengine.engine.release.Calendar;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.waves.WaveSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When a customer's next daily tick is: derived from the record and from what the release can make of it. A customer for
 * whom no day matters has none and is never woken.
 */
public final class Ticks {
    private final Calendar calendar;
    private final WaveSet waves;

    public Ticks(Calendar calendar, WaveSet waves) {
        this.calendar = calendar;
        this.waves = waves;
    }

    /** The day that an instant (epoch milliseconds) falls on at the bank. */
    public LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(calendar.zone()).toLocalDate();
    }

    /** The first tick after {@code after} (epoch milliseconds), or {@link CustomerState#NEVER}. */
    public long next(CustomerState state, long after) {
        long next = CustomerState.NEVER;
        for (Calendar.Wake wake : calendar.wakes()) {
            next = Math.min(next, next(state, wake, after));
        }
        if (state.stageSince() != CustomerState.UNSET) {
            next = Math.min(next, first(day(state.stageSince()), waves.days(state, false), 1, after));
            next = Math.min(next, first(day(state.stageSince()), waves.days(state, true), 1, after));
        }
        return next;
    }

    private long next(CustomerState state, Calendar.Wake wake, long after) {
        long next = CustomerState.NEVER;
        switch (wake.on()) {
            case HOLDING_MATURITY -> {
                for (HeldProduct held : state.holdings().values()) {
                    if (held.active() && held.maturesOn() != null && relevant(wake, held)) {
                        next = Math.min(next, first(held.maturesOn(), wake.days(), -1, after));
                    }
                }
            }
            case ACCOUNT_OPENING -> {
                if (state.profile().openedOn() != null) {
                    next = first(state.profile().openedOn(), wake.days(), 1, after);
                }
            }
            case SILENCE -> {
                if (state.lastActivity() != CustomerState.UNSET) {
                    next = first(day(state.lastActivity()), wake.days(), 1, after);
                }
            }
        }
        return next;
    }

    private static boolean relevant(Calendar.Wake wake, HeldProduct held) {
        return wake.families().isEmpty() || wake.families().contains(held.family());
    }

    private long first(LocalDate anchor, List<Integer> offsets, int sign, long after) {
        long first = CustomerState.NEVER;
        for (int days : offsets) {
            long tick = anchor.plusDays((long) sign * days)
                    .atTime(calendar.tick())
                    .atZone(calendar.zone())
                    .toInstant()
                    .toEpochMilli();
            if (tick > after) {
                first = Math.min(first, tick);
            }
        }
        return first;
    }
}
