package io.motengine.engine.time;

import io.motengine.engine.release.Calendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The festivals of the bank's calendar, by name. */
public final class Festivals {
    /** No later date of that festival, or of any, is listed. */
    public static final int NONE = -1;

    private final Map<String, List<LocalDate>> dates;

    public Festivals(Map<String, List<LocalDate>> dates) {
        this.dates = dates;
    }

    public static Festivals of(Calendar calendar) {
        return new Festivals(calendar.festivals());
    }

    /** The first festival today or later; of two on one day the first by name; empty if none is listed. */
    public String next(LocalDate today) {
        String next = "";
        int nearest = Integer.MAX_VALUE;
        for (String name : dates.keySet()) {
            int days = daysTo(name, today);
            if (days != NONE && days < nearest) {
                nearest = days;
                next = name;
            }
        }
        return next;
    }

    /**
     * Days until a festival, 0 on the day, {@link #NONE} if no later date is listed.
     *
     * @throws IllegalArgumentException if no festival has that name: the rule that asks is misspelt
     */
    public int daysTo(String name, LocalDate today) {
        List<LocalDate> listed = dates.get(name);
        if (listed == null) {
            throw new IllegalArgumentException(
                    "festival: " + name + " (expected: one of calendar.yaml's " + dates.keySet() + ")");
        }
        for (LocalDate date : listed) {
            if (!date.isBefore(today)) {
                return (int) ChronoUnit.DAYS.between(today, date);
            }
        }
        return NONE;
    }
}
