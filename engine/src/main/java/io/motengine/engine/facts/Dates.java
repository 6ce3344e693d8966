package io.motengine.engine.facts;

import io.motengine.engine.time.Anniversaries;
import io.motengine.engine.time.Festivals;
import io.motengine.engine.time.WorkingDays;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What the calendar says of the day on which the customer is looked at, in the bank's time zone.
 *
 * @param daysToBirthday 0 on the day; {@link #UNKNOWN} if the birth date is not known
 * @param turning age that the customer turns then; {@link #UNKNOWN} if not known
 * @param daysToAccountAnniversary 0 on the day; {@link #UNKNOWN} if no account is known
 * @param accountYears years with the bank that this anniversary makes; {@link #UNKNOWN} if not known
 * @param workingDay whether the bank works today
 * @param nextFestival today's or the next one's name; empty if none is listed
 * @param daysToFestival 0 on the day; {@link #UNKNOWN} if none is listed
 */
public record Dates(
        LocalDate today,
        int daysToBirthday,
        int turning,
        int daysToAccountAnniversary,
        int accountYears,
        boolean workingDay,
        String nextFestival,
        int daysToFestival,
        WorkingDays workingDays,
        Festivals festivals) {
    public static final int UNKNOWN = -1;

    /**
     * Working days among the next {@code days} days, the last one included: {@code workingDaysWithin($holding.daysToMaturity()) ==
     * 2}. Negative, as many as have passed, for a day that has.
     */
    public long workingDaysWithin(int days) {
        return workingDays.workingDaysBetween(today, today.plusDays(days));
    }

    /**
     * Working days since a day of the month was last: 0 on the day itself. With the usual day of a feature, {@code
     * workingDaysSinceDay($usual) == 2}. Months that end before the day have it on their last.
     */
    public long workingDaysSinceDay(int dayOfMonth) {
        YearMonth month = YearMonth.from(today);
        LocalDate day = Anniversaries.dayOf(month, dayOfMonth);
        return workingDays.workingDaysBetween(
                day.isAfter(today) ? Anniversaries.dayOf(month.minusMonths(1), dayOfMonth) : day, today);
    }

    /** Days until a festival of {@code calendar.yaml}: 0 on the day, {@link #UNKNOWN} if no later date is listed. */
    public int daysTo(String festival) {
        return festivals.daysTo(festival, today);
    }
}
