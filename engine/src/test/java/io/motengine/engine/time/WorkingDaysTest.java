package io.motengine.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class WorkingDaysTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    /** Spring Festival 2026: two Saturdays are worked for it. */
    private static final WorkingDays SPRING = new WorkingDays(
            List.of(DateRange.of("2026-02-15..2026-02-23")),
            List.of(DateRange.of("2026-02-14"), DateRange.of("2026-02-28")));

    @Test
    void skipHolidays_andCountSaturdaysWorkedInstead() {
        assertThat(SPRING.isWorkingDay(day("2026-02-14")))
                .as("a Saturday worked")
                .isTrue();
        assertThat(SPRING.isWorkingDay(day("2026-02-16"))).as("a Monday off").isFalse();
        assertThat(SPRING.isWorkingDay(day("2026-02-21"))).as("a Saturday off").isFalse();
        assertThat(SPRING.plusWorkingDays(day("2026-02-13"), 1)).isEqualTo("2026-02-14");
        assertThat(SPRING.plusWorkingDays(day("2026-02-13"), 2)).isEqualTo("2026-02-24");
        assertThat(SPRING.lastWorkingDayOnOrBefore(day("2026-02-23"))).isEqualTo("2026-02-14");
        assertThat(SPRING.firstWorkingDayOnOrAfter(day("2026-02-15"))).isEqualTo("2026-02-24");
    }

    @Test
    void countTheLastDay_butNotTheFirst() {
        assertThat(SPRING.workingDaysBetween(day("2026-02-13"), day("2026-02-24")))
                .isEqualTo(2);
        assertThat(SPRING.workingDaysBetween(day("2026-02-24"), day("2026-02-24")))
                .isZero();
        assertThat(SPRING.workingDaysBetween(day("2026-02-24"), day("2026-02-13")))
                .isEqualTo(-2);
    }

    @Property
    void agreeWithAWalkFromDayToDay(
            @ForAll("ranges") List<DateRange> holidays,
            @ForAll("ranges") List<DateRange> workdays,
            @ForAll @IntRange(min = -400, max = 800) int from,
            @ForAll @IntRange(min = -400, max = 800) int to,
            @ForAll @IntRange(min = -60, max = 60) int steps) {
        Set<LocalDate> off = days(holidays);
        Set<LocalDate> on = days(workdays);
        WorkingDays days = new WorkingDays(holidays, workdays);
        LocalDate first = START.plusDays(from);
        LocalDate last = START.plusDays(to);
        long between = 0;
        for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
            between += worked(day.plusDays(1), off, on) ? 1 : 0;
        }
        for (LocalDate day = last; day.isBefore(first); day = day.plusDays(1)) {
            between -= worked(day.plusDays(1), off, on) ? 1 : 0;
        }
        LocalDate reached = first;
        for (int left = Math.abs(steps); left > 0; ) {
            reached = reached.plusDays(Integer.signum(steps));
            left -= worked(reached, off, on) ? 1 : 0;
        }

        assertThat(days.isWorkingDay(first)).isEqualTo(worked(first, off, on));
        assertThat(days.workingDaysBetween(first, last)).isEqualTo(between);
        assertThat(days.plusWorkingDays(first, steps)).isEqualTo(reached);
        if (steps > 0) {
            assertThat(days.workingDaysBetween(first, reached)).isEqualTo(steps);
        }
    }

    @Provide
    Arbitrary<List<DateRange>> ranges() {
        return Combinators.combine(
                        Arbitraries.integers().between(-100, 500),
                        Arbitraries.integers().between(0, 9))
                .as((start, length) -> new DateRange(START.plusDays(start), START.plusDays((long) start + length)))
                .list()
                .ofMaxSize(12);
    }

    private static Set<LocalDate> days(List<DateRange> ranges) {
        return ranges.stream().flatMap(DateRange::days).collect(Collectors.toSet());
    }

    private static boolean worked(LocalDate day, Set<LocalDate> off, Set<LocalDate> on) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> on.contains(day);
            default -> !off.contains(day);
        };
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
