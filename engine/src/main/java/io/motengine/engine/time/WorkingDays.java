package io.motengine.engine.time;

import io.motengine.engine.release.Calendar;
import io.motengine.engine.release.DateRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Which days are worked: Monday to Friday less the holidays, and the days of weekends that are worked instead (调休).
 *
 * <p>Years for which the calendar lists nothing yet are ordinary weeks: the holidays of a year are announced late in the one
 * before.
 */
public final class WorkingDays {
    private static final int DAYS = 7;
    private static final int WORKED = 5;

    /** Epoch day of a Monday. */
    private static final long MONDAY = -3;

    /** Epoch days, sorted: weekdays that are not worked, and days of weekends that are. */
    private final long[] closed;

    private final long[] open;

    public WorkingDays(List<DateRange> holidays, List<DateRange> workdays) {
        this.open = epochDays(workdays, true);
        this.closed = epochDays(holidays, false);
    }

    public static WorkingDays of(Calendar calendar) {
        return new WorkingDays(calendar.holidays(), calendar.workdays());
    }

    public boolean isWorkingDay(LocalDate date) {
        long day = date.toEpochDay();
        return isWeekend(date) ? Arrays.binarySearch(open, day) >= 0 : Arrays.binarySearch(closed, day) < 0;
    }

    /**
     * Working days after {@code from} up to and including {@code to}: tomorrow, if worked, is one working day away, today
     * none. Negative if {@code to} is the earlier: then those after {@code to} up to and including {@code from}.
     */
    public long workingDaysBetween(LocalDate from, LocalDate to) {
        return upTo(to.toEpochDay()) - upTo(from.toEpochDay());
    }

    /**
     * The n-th working day after a date, or before it if {@code n} is negative; the date itself, worked or not, if it is zero.
     */
    public LocalDate plusWorkingDays(LocalDate date, int n) {
        LocalDate day = date;
        int step = Integer.signum(n);
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The date itself if it is worked, else the last working day before it. */
    public LocalDate lastWorkingDayOnOrBefore(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, -1);
    }

    /** The date itself if it is worked, else the first working day after it. */
    public LocalDate firstWorkingDayOnOrAfter(LocalDate date) {
        return isWorkingDay(date) ? date : plusWorkingDays(date, 1);
    }

    /** Working days from a fixed day on, counted by whole weeks: the distance of two days must not cost a walk. */
    private long upTo(long day) {
        long days = day + 1 - MONDAY;
        long weekdays = Math.floorDiv(days, DAYS) * WORKED + Math.min(Math.floorMod(days, DAYS), WORKED);
        return weekdays - notAfter(closed, day) + notAfter(open, day);
    }

    private static int notAfter(long[] days, long day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? -found - 1 : found + 1;
    }

    private static long[] epochDays(List<DateRange> ranges, boolean weekend) {
        return ranges.stream()
                .flatMap(DateRange::days)
                .filter(day -> isWeekend(day) == weekend)
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray();
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
