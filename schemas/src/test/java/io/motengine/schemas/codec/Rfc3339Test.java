package io.motengine.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class Rfc3339Test {

    @Property(tries = 2_000)
    void agrees_withJavaTime(
            @ForAll @LongRange(min = -2_208_900_000L, max = 7_258_000_000L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(min = -1079, max = 1079) int offsetMinutes) {
        Instant instant = Instant.ofEpochSecond(seconds, nanos);
        OffsetDateTime time = instant.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));

        assertThat(Rfc3339.instant(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                .isEqualTo(instant);
        assertThat(Rfc3339.instant(instant.toString())).isEqualTo(instant);
    }

    @Property(tries = 5_000)
    void dates_agreeWithJavaTime(
            @ForAll @IntRange(min = 1800, max = 9999) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day) {
        String text = String.format("%04d-%02d-%02d", year, month, day);

        assertThat(Rfc3339.date(text)).isEqualTo(parsed(text));
    }

    @Property(tries = 5_000)
    void noText_throws(
            @ForAll @StringLength(min = 18, max = 32) @Chars({'2', '0', '-', ':', 'T', 'Z', '.', '+', '九'})
                    String text) {
        Instant instant = Rfc3339.instant(text);

        assertThat(instant == null || text.charAt(10) == 'T').isTrue();
    }

    @Example
    void accepts_whatRfc3339Allows() {
        Instant expected = Instant.parse("2026-01-31T09:30:00Z");

        assertThat(Rfc3339.instant("2026-01-31T09:30:00Z")).isEqualTo(expected);
        assertThat(Rfc3339.instant("2026-01-31t09:30:00z")).isEqualTo(expected);
        assertThat(Rfc3339.instant("2026-01-31T09:30:00-00:00")).isEqualTo(expected);
        assertThat(Rfc3339.instant("2026-01-31T09:30:00.1234567891234Z")).isEqualTo(expected.plusNanos(123_456_789));
        assertThat(Rfc3339.instant("2016-12-31T23:59:60Z")).isEqualTo(Instant.parse("2017-01-01T00:00:00Z"));
    }

    @Example
    void refuses_everythingElse() {
        for (String text : new String[] {
            "",
            "2026-01-31",
            "2026-01-31T09:30Z",
            "2026-01-31 09:30:00Z",
            "2026-01-31T09:30:00",
            "2026-01-31T09:30:00+0800",
            "2026-01-31T09:30:00+08",
            "2026-01-31T09:30:00.Z",
            "2026-01-31T24:00:00Z",
            "2026-01-31T09:60:00Z",
            "2026-01-31T09:30:60Z",
            "2026-02-29T09:30:00Z",
            "2026-13-01T09:30:00Z",
            "2026-00-01T09:30:00Z",
            "2026-01-00T09:30:00Z",
            "1899-12-31T23:59:59Z",
            "2200-01-01T00:00:00Z",
            "2026-01-31T09:30:00+24:00",
            "2026-01-31T09:30:00+08:60",
            "2026-01-31T09:30:00Zjunk"
        }) {
            assertThat(Rfc3339.instant(text)).as(text).isNull();
        }
        assertThat(Rfc3339.date("1799-12-31")).isNull();
        assertThat(Rfc3339.date("2026-1-31")).isNull();
        assertThat(Rfc3339.date("20260131")).isNull();
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
