package io.motengine.engine.governance;

import io.motengine.engine.governance.ContactRules.Holidays;
import io.motengine.engine.governance.ContactRules.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When marketing is silent: quiet hours of the customer's day, and days that are not worked if policy says so. */
final class Quiet {
    /** The longest run of quiet days looked through: longer than any holiday. */
    private static final int MOST_DAYS = 31;

    private Quiet() {}

    /** Why nothing may leave now, and from when on it may. */
    record Silence(Reason reason, Instant until) {}

    /** Null if marketing may leave now. */
    static Silence now(Situation situation) {
        ContactRules rules = situation.policy().contacts();
        Instant hours = hours(situation.now(), rules.quietHours(), situation);
        boolean quietDay = quietDay(hours, rules, situation);
        if (!quietDay) {
            return hours.equals(situation.now()) ? null : new Silence(Reason.QUIET_HOURS, hours);
        }
        Instant until = hours;
        for (int days = 0; days < MOST_DAYS && quietDay(until, rules, situation); days++) {
            LocalDate next = situation.day(until).plusDays(1);
            until = hours(next.atStartOfDay(situation.zone()).toInstant(), rules.quietHours(), situation);
        }
        return new Silence(Reason.HOLIDAY, until);
    }

    /** The time itself if it is not within quiet hours, else their end. */
    private static Instant hours(Instant time, QuietHours quiet, Situation situation) {
        if (quiet == null) {
            return time;
        }
        ZonedDateTime here = time.atZone(situation.customerZone());
        LocalTime clock = here.toLocalTime();
        boolean overMidnight = !quiet.from().isBefore(quiet.until());
        boolean evening = !clock.isBefore(quiet.from());
        boolean morning = clock.isBefore(quiet.until());
        if (overMidnight ? !evening && !morning : !(evening && morning)) {
            return time;
        }
        LocalDate end = overMidnight && evening ? here.toLocalDate().plusDays(1) : here.toLocalDate();
        Instant until =
                end.atTime(quiet.until()).atZone(situation.customerZone()).toInstant();
        // Where clocks go back, the end of the quiet hours can be read twice.
        return until.isAfter(time) ? until : time;
    }

    private static boolean quietDay(Instant time, ContactRules rules, Situation situation) {
        return rules.holidays() == Holidays.QUIET && !situation.workingDays().isWorkingDay(situation.day(time));
    }
}
