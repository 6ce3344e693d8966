package io.motengine.engine.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Days that come back every year, birthdays above all. In a common year the 29th of February comes back on the 28th.
 *
 * <p>The day itself is no anniversary: the first is a year later.
 */
public final class Anniversaries {
    private Anniversaries() {}

    /** The first anniversary on or after a day. */
    public static LocalDate next(LocalDate of, LocalDate onOrAfter) {
        // From the day itself and never from the last anniversary: leap years would otherwise lose the 29th for good.
        long years = Math.max(1, (long) onOrAfter.getYear() - of.getYear());
        LocalDate found = of.plusYears(years);
        return found.isBefore(onOrAfter) ? of.plusYears(years + 1) : found;
    }

    /** A day of a month, from 1; the last day of a month that ends before it. */
    public static LocalDate dayOf(YearMonth month, int dayOfMonth) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    /** Days until the next anniversary; 0 on the day. */
    public static int daysUntil(LocalDate of, LocalDate today) {
        return (int) ChronoUnit.DAYS.between(today, next(of, today));
    }

    /** How many years the next anniversary makes: the age that a customer turns. */
    public static int years(LocalDate of, LocalDate today) {
        return next(of, today).getYear() - of.getYear();
    }
}
