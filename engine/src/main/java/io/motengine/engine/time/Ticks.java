package io.motengine.engine.time;

import io.motengine.engine.release.Calendar;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.waves.WaveSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When a customer's next daily tick is: derived from the record and from what the release can make of it. A customer for
 * whom no day matters has none and is never woken.
 */
public final class Ticks {
    /** A month without a usual day in it is followed by one that has. */
    private static final int MONTHS_AHEAD = 2;

    private static final int SECONDS_OF_DAY = 24 * 60 * 60;

    private final Calendar calendar;
    private final WaveSet waves;
    private final UsualDays usualDays;
    private final WorkingDays workingDays;
    private final long[] festivals;

    /** What features tell of a customer. */
    @FunctionalInterface
    public interface UsualDays {
        /** The day of the month that a feature tells at a time (epoch milliseconds), or less than 1 if it tells none. */
        int of(String feature, CustomerState state, long at);
    }

    public Ticks(Calendar calendar, WaveSet waves, UsualDays usualDays) {
        this.calendar = calendar;
        this.waves = waves;
        this.usualDays = usualDays;
        this.workingDays = WorkingDays.of(calendar);
        this.festivals = festivalTicks();
    }

    /** The day that an instant (epoch milliseconds) falls on at the bank. */
    public LocalDate day(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), calendar.zone());
    }

    /** The day that an instant (epoch milliseconds) falls on at the bank, counted from 1970-01-01; the first of all for the first. */
    public long dayNumber(long time) {
        if (time == CustomerState.UNSET) {
            return CustomerState.UNSET;
        }
        long offset =
                calendar.zone().getRules().getOffset(Instant.ofEpochMilli(time)).getTotalSeconds();
        return Math.floorDiv(Math.floorDiv(time, 1_000) + offset, SECONDS_OF_DAY);
    }

    /**
     * The first tick after {@code after} (epoch milliseconds), or {@link CustomerState#NEVER}.
     *
     * @param service of the days that service messages wait for, or of the others
     */
    public long next(CustomerState state, long after, boolean service) {
        long next = CustomerState.NEVER;
        for (Calendar.Wake wake : calendar.wakes()) {
            if (wake.service() == service) {
                next = Math.min(next, next(state, wake, after));
            }
        }
        if (state.stageSince() != CustomerState.UNSET) {
            LocalDate began = day(state.stageSince());
            for (int days : waves.days(state, service)) {
                next = Math.min(next, later(tick(began.plusDays(days)), after));
            }
        }
        return next;
    }

    /** The first tick at or after a time, and after {@code after}; {@link CustomerState#NEVER} for a time that never comes. */
    public long from(long time, long after) {
        if (time == CustomerState.NEVER) {
            return CustomerState.NEVER;
        }
        long from = Math.max(time, after + 1);
        long tick = tick(day(from));
        return tick >= from ? tick : tick(day(from).plusDays(1));
    }

    private static long later(long tick, long after) {
        return tick > after ? tick : CustomerState.NEVER;
    }

    private long next(CustomerState state, Calendar.Wake wake, long after) {
        return switch (wake.on()) {
            case HOLDING_MATURITY -> maturity(state, wake, after);
            case ACCOUNT_OPENING -> first(state.profile().openedOn(), wake, after);
            case SILENCE ->
                state.lastActivity() == CustomerState.UNSET
                        ? CustomerState.NEVER
                        : first(day(state.lastActivity()), wake, after);
            case BIRTHDAY -> yearly(state.profile().birthDate(), wake, after);
            case ACCOUNT_ANNIVERSARY -> yearly(state.profile().openedOn(), wake, after);
            case FESTIVAL -> festival(after);
            case USUAL_DAY -> usual(state, wake, after);
        };
    }

    private long maturity(CustomerState state, Calendar.Wake wake, long after) {
        long next = CustomerState.NEVER;
        for (HeldProduct held : state.holdings().values()) {
            if (held.active() && (wake.families().isEmpty() || wake.families().contains(held.family()))) {
                next = Math.min(next, first(held.maturesOn(), wake, after));
            }
        }
        return next;
    }

    /** The same for every customer and asked at every event, so it is worked out once. */
    private long[] festivalTicks() {
        LongStream.Builder ticks = LongStream.builder();
        for (Calendar.Wake wake : calendar.wakes()) {
            if (wake.on() == Calendar.Anchor.FESTIVAL) {
                calendar.festivals().forEach((name, dates) -> {
                    if (wake.names().isEmpty() || wake.names().contains(name)) {
                        dates.forEach(date -> wake.days().forEach(days -> ticks.add(tick(date.minusDays(days)))));
                    }
                });
            }
        }
        return ticks.build().sorted().distinct().toArray();
    }

    private long festival(long after) {
        int found = Arrays.binarySearch(festivals, after);
        int next = found < 0 ? -found - 1 : found + 1;
        return next < festivals.length ? festivals[next] : CustomerState.NEVER;
    }

    /** The usual day is asked for as it will be told then: a month that has passed may move it. */
    private long usual(CustomerState state, Calendar.Wake wake, long after) {
        if (after == CustomerState.UNSET) {
            return CustomerState.NEVER;
        }
        long next = CustomerState.NEVER;
        YearMonth month = YearMonth.from(day(after));
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++, month = month.plusMonths(1)) {
            long begins =
                    month.atDay(1).atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
            int usual = usualDays.of(wake.feature(), state, Math.max(after, begins));
            if (usual >= 1) {
                for (int days : wake.days()) {
                    next = Math.min(next, usual(month, usual, days, after));
                }
            }
        }
        return next;
    }

    /** The first tick of a month: working days may lead into it from the month before. */
    private long usual(YearMonth month, int usual, int days, long after) {
        LocalDate early = workingDays.plusWorkingDays(Anniversaries.dayOf(month.minusMonths(1), usual), days);
        LocalDate late = workingDays.plusWorkingDays(Anniversaries.dayOf(month, usual), days);
        long next = CustomerState.NEVER;
        for (LocalDate day : List.of(early, late)) {
            if (YearMonth.from(day).equals(month)) {
                next = Math.min(next, later(tick(day), after));
            }
        }
        return next;
    }

    /** The first tick at any anniversary of a date. */
    private long yearly(LocalDate date, Calendar.Wake wake, long after) {
        long next = CustomerState.NEVER;
        if (date != null) {
            LocalDate today = day(after);
            for (int days : wake.days()) {
                LocalDate anniversary = Anniversaries.next(date, today.plusDays(days));
                long tick = tick(anniversary.minusDays(days));
                if (tick <= after) {
                    // Today's tick is over already.
                    tick = tick(
                            Anniversaries.next(date, anniversary.plusDays(1)).minusDays(days));
                }
                next = Math.min(next, tick);
            }
        }
        return next;
    }

    private long first(LocalDate anchor, Calendar.Wake wake, long after) {
        long first = CustomerState.NEVER;
        if (anchor != null) {
            for (int days : wake.days()) {
                long tick = tick(anchor.plusDays(wake.on().ahead() ? -(long) days : days));
                if (tick > after) {
                    first = Math.min(first, tick);
                }
            }
        }
        return first;
    }

    private long tick(LocalDate day) {
        return day.atTime(calendar.tick()).atZone(calendar.zone()).toInstant().toEpochMilli();
    }
}
