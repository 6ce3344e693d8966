package io.motengine.engine.release;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks {@code calendar.yaml}. */
final class CalendarCheck {
    static final String FILE = "calendar.yaml";

    private static final int FARTHEST_DAYS = 366;
    private static final int OLDEST_DAYS = 36_600;

    private static final int MOST_WORKING_DAYS = 20;

    private final FileFindings findings;
    private final Set<String> usualDays;

    /**
     * For one release.
     *
     * @param usualDays ids of the features that tell a usual day
     */
    CalendarCheck(ReleaseFiles files, List<Finding> findings, Set<String> usualDays) {
        this.usualDays = usualDays;
        this.findings = new FileFindings(FILE, files.files().get(FILE), findings);
    }

    void check(Calendar calendar) {
        findings.require(
                calendar.zone() != null && calendar.tick() != null,
                "",
                "zone: " + calendar.zone() + ", tick: " + calendar.tick(),
                "both, such as Asia/Shanghai and 08:00");
        for (int i = 0; i < calendar.wakes().size(); i++) {
            wake("/wakes/" + i, calendar.wakes().get(i), calendar);
        }
        workingDays(calendar);
        calendar.festivals()
                .forEach((name, dates) -> findings.require(
                        !dates.isEmpty(), "/festivals/" + name, name + ": no date", "one date or more"));
    }

    private void wake(String at, Calendar.Wake wake, Calendar calendar) {
        if (!findings.require(wake.on() != null, at, "on: none", "what days are counted from, such as birthday")) {
            return;
        }
        findings.require(!wake.days().isEmpty(), at, "days: none", "one day or more, such as [0, 7]");
        int least = wake.on().ahead() ? -FARTHEST_DAYS : 0;
        boolean usual = wake.on() == Calendar.Anchor.USUAL_DAY;
        int most = wake.on().ahead() ? FARTHEST_DAYS : usual ? MOST_WORKING_DAYS : OLDEST_DAYS;
        for (int i = 0; i < wake.days().size(); i++) {
            int days = wake.days().get(i);
            findings.require(days >= least && days <= most, at + "/days/" + i, "days: " + days, least + " to " + most);
        }
        findings.require(
                wake.families().isEmpty() || wake.on() == Calendar.Anchor.HOLDING_MATURITY,
                at + "/families",
                "families: " + wake.families(),
                "none; families are for holding-maturity");
        findings.require(
                wake.names().isEmpty() || wake.on() == Calendar.Anchor.FESTIVAL,
                at + "/names",
                "names: " + wake.names(),
                "none; names are for festival");
        if (usual) {
            findings.known(at + "/feature", "feature", wake.feature(), usualDays);
        } else {
            findings.require(
                    wake.feature() == null,
                    at + "/feature",
                    "feature: " + wake.feature(),
                    "none; a feature is for usual-day");
        }
        for (int i = 0; i < wake.names().size(); i++) {
            findings.known(
                    at + "/names/" + i,
                    "names",
                    wake.names().get(i),
                    calendar.festivals().keySet());
        }
    }

    private void workingDays(Calendar calendar) {
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < calendar.holidays().size(); i++) {
            once("/holidays/" + i, calendar.holidays().get(i), seen);
        }
        for (int i = 0; i < calendar.workdays().size(); i++) {
            String at = "/workdays/" + i;
            DateRange range = calendar.workdays().get(i);
            once(at, range, seen);
            range.days()
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .forEach(day -> findings.require(
                            false,
                            at,
                            "workdays: " + day + ", a " + day.getDayOfWeek(),
                            "a day of a weekend; others are worked anyway"));
        }
    }

    private void once(String at, DateRange range, Set<LocalDate> seen) {
        range.days()
                .filter(day -> !seen.add(day))
                .forEach(day ->
                        findings.require(false, at, day + ": listed twice", "once, as a holiday or as a workday"));
    }
}
