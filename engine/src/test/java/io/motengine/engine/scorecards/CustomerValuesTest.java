package io.motengine.engine.scorecards;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.state.Profile;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CustomerValuesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-20");

    @Test
    void readTheProfile_inWholeUnitsYearsAndDays() {
        Profile profile = Profile.UNKNOWN.updated(
                new ProfileUpdated(
                        null,
                        LocalDate.parse("1990-05-21"),
                        LocalDate.parse("2026-05-01"),
                        "R3",
                        Money.of("1234.50", "CNY"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                0);
        Values values = new CustomerValues(profile, 2, TODAY, name -> null);

        assertThat(values.value("aum")).isEqualByComparingTo("1234.5");
        assertThat(values.value("age")).isEqualByComparingTo("35");
        assertThat(values.value("daysSinceOpening")).isEqualByComparingTo("19");
        assertThat(values.value("riskGrade")).isEqualByComparingTo("3");
        assertThat(values.value("families")).isEqualByComparingTo("2");
    }

    @Test
    void knowNothingOfAnUnknownCustomer() {
        Values values = new CustomerValues(Profile.UNKNOWN, 0, TODAY, name -> null);

        for (String name : new String[] {"aum", "age", "daysSinceOpening", "riskGrade", "clicks30d"}) {
            assertThat(values.value(name)).as(name).isNull();
        }
    }

    @Test
    void readFeatures_thatAreNumbersOrMoney() {
        Map<String, Object> features = new HashMap<>();
        features.put("clicks30d", 20L);
        features.put("inflow30d", Money.of("7.05", "CNY"));
        features.put("norm", 1.5);
        features.put("undefined", Double.NaN);
        features.put("lastPage", "wealth");
        Values values = new CustomerValues(Profile.UNKNOWN, 0, TODAY, features::get);

        assertThat(values.value("clicks30d")).isEqualByComparingTo("20");
        assertThat(values.value("inflow30d")).isEqualByComparingTo("7.05");
        assertThat(values.value("norm")).isEqualByComparingTo("1.5");
        assertThat(values.value("undefined")).isNull();
        assertThat(values.value("lastPage")).isNull();
    }
}
