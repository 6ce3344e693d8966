package io.motengine.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.motengine.engine.facts.Dates;
import io.motengine.engine.release.Calendar;
import io.motengine.engine.release.DateRange;
import io.motengine.engine.state.Profile;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatesOfTest {
    private static final DatesOf DATES = new DatesOf(new Calendar(
            ZoneId.of("Asia/Shanghai"),
            LocalTime.of(8, 0),
            null,
            List.of(DateRange.of("2026-02-15..2026-02-23")),
            List.of(DateRange.of("2026-02-14")),
            Map.of(
                    "spring-festival", List.of(LocalDate.parse("2027-02-06"), LocalDate.parse("2026-02-17")),
                    "lantern-festival", List.of(LocalDate.parse("2026-03-03")))));

    @Test
    void tellBirthdayAnniversaryFestivalAndWork_ofADay() {
        Profile profile = Profile.UNKNOWN.updated(
                new ProfileUpdated(
                        null,
                        LocalDate.parse("1966-02-20"),
                        LocalDate.parse("2016-02-13"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                0);

        Dates dates = DATES.at(profile, LocalDate.parse("2026-02-13"));

        assertThat(dates.daysToBirthday()).isEqualTo(7);
        assertThat(dates.turning()).isEqualTo(60);
        assertThat(dates.daysToAccountAnniversary()).isZero();
        assertThat(dates.accountYears()).isEqualTo(10);
        assertThat(dates.workingDay()).isTrue();
        assertThat(dates.nextFestival()).isEqualTo("spring-festival");
        assertThat(dates.daysToFestival()).isEqualTo(4);
        assertThat(dates.daysTo("lantern-festival")).isEqualTo(18);
        assertThat(dates.workingDaysWithin(11))
                .as("the Saturday worked and Tuesday after")
                .isEqualTo(2);
        assertThat(dates.workingDaysWithin(-1)).isEqualTo(-1);
    }

    @Test
    void sayUnknown_whereNothingIsKnown() {
        Dates dates = DATES.at(Profile.UNKNOWN, LocalDate.parse("2027-02-07"));

        assertThat(dates.daysToBirthday()).isEqualTo(Dates.UNKNOWN);
        assertThat(dates.turning()).isEqualTo(Dates.UNKNOWN);
        assertThat(dates.daysToAccountAnniversary()).isEqualTo(Dates.UNKNOWN);
        assertThat(dates.nextFestival()).isEmpty();
        assertThat(dates.daysToFestival()).isEqualTo(Dates.UNKNOWN);
        assertThat(dates.daysTo("spring-festival")).isEqualTo(Dates.UNKNOWN);
        assertThat(dates.workingDay()).isFalse();
    }

    @Test
    void refuseAFestivalThatIsNotListed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DATES.at(Profile.UNKNOWN, LocalDate.parse("2026-01-01")).daysTo("spring"))
                .withMessage("festival: spring (expected: one of calendar.yaml's [lantern-festival, spring-festival])");
    }
}
