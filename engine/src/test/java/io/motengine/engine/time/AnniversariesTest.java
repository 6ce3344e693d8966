package io.motengine.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AnniversariesTest {
    private static final LocalDate LEAP = LocalDate.parse("2000-02-29");

    @Test
    void ofThe29thOfFebruary_areOnThe28th_inCommonYears() {
        assertThat(Anniversaries.next(LEAP, LocalDate.parse("2026-02-01"))).isEqualTo("2026-02-28");
        assertThat(Anniversaries.next(LEAP, LocalDate.parse("2026-02-28"))).isEqualTo("2026-02-28");
        assertThat(Anniversaries.next(LEAP, LocalDate.parse("2026-03-01"))).isEqualTo("2027-02-28");
        assertThat(Anniversaries.next(LEAP, LocalDate.parse("2027-03-01"))).isEqualTo("2028-02-29");
    }

    @Test
    void doNotCountTheDayItself() {
        LocalDate opened = LocalDate.parse("2026-05-20");
        assertThat(Anniversaries.next(opened, opened)).isEqualTo("2027-05-20");
        assertThat(Anniversaries.daysUntil(opened, LocalDate.parse("2028-05-20")))
                .isZero();
        assertThat(Anniversaries.years(opened, LocalDate.parse("2028-05-20"))).isEqualTo(2);
        assertThat(Anniversaries.years(opened, LocalDate.parse("2028-05-21"))).isEqualTo(3);
    }

    @Property
    void agreeWithAWalkFromDayToDay(
            @ForAll @IntRange(min = 0, max = 1_500) int born, @ForAll @IntRange(min = -400, max = 6_000) int now) {
        LocalDate of = LocalDate.parse("1999-01-01").plusDays(born);
        LocalDate today = of.plusDays(now);
        LocalDate found = today;
        while (!found.isAfter(of) || !isAnniversary(of, found)) {
            found = found.plusDays(1);
        }

        assertThat(Anniversaries.next(of, today)).isEqualTo(found);
        assertThat(today.plusDays(Anniversaries.daysUntil(of, today))).isEqualTo(found);
    }

    private static boolean isAnniversary(LocalDate of, LocalDate day) {
        boolean replaced = MonthDay.from(of).equals(MonthDay.of(2, 29)) && !day.isLeapYear();
        return MonthDay.from(day).equals(replaced ? MonthDay.of(2, 28) : MonthDay.from(of));
    }
}
