package io.motengine.engine.time;

import io.motengine.engine.facts.Dates;
import io.motengine.engine.release.Calendar;
import io.motengine.engine.state.Profile;
import java.time.LocalDate;

/** Makes the {@link Dates} fact of a customer and a day. */
public final class DatesOf {
    private final WorkingDays workingDays;
    private final Festivals festivals;

    public DatesOf(Calendar calendar) {
        this.workingDays = WorkingDays.of(calendar);
        this.festivals = Festivals.of(calendar);
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    /** The dates around a day in the bank's time zone, for a customer with this profile. */
    public Dates at(Profile profile, LocalDate today) {
        String festival = festivals.next(today);
        return new Dates(
                today,
                daysTo(profile.birthDate(), today),
                years(profile.birthDate(), today),
                daysTo(profile.openedOn(), today),
                years(profile.openedOn(), today),
                workingDays.isWorkingDay(today),
                festival,
                festival.isEmpty() ? Dates.UNKNOWN : festivals.daysTo(festival, today),
                workingDays,
                festivals);
    }

    private static int daysTo(LocalDate date, LocalDate today) {
        return date == null ? Dates.UNKNOWN : Anniversaries.daysUntil(date, today);
    }

    private static int years(LocalDate date, LocalDate today) {
        return date == null ? Dates.UNKNOWN : Anniversaries.years(date, today);
    }
}
