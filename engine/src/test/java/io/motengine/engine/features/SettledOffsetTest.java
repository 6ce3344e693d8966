package io.motengine.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettledOffsetTest {
    /** Shanghai changed its clocks until 1991, Moscow until 2014, Berlin still does, Apia left out a whole day. */
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Moscow", "Europe/Berlin", "Pacific/Apia", "UTC", "+05:30"})
    void beginsDays_asTheCalendarDoes(String name) {
        ZoneId zone = ZoneId.of(name);
        Grid days = new Grid(Span.parse("1d"), zone);
        LocalDate end = LocalDate.of(2030, 1, 1);
        for (LocalDate day = LocalDate.of(1985, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            Instant start = day.atStartOfDay(zone).toInstant();
            assertThat(days.start(day.toEpochDay())).isEqualTo(start.toEpochMilli());
            long before = start.toEpochMilli() - 1;
            assertThat(days.index(before))
                    .isEqualTo(LocalDate.ofInstant(Instant.ofEpochMilli(before), zone)
                            .toEpochDay());
            assertThat(days.index(start.toEpochMilli()))
                    .isEqualTo(LocalDate.ofInstant(start, zone).toEpochDay());
        }
    }
}
