package io.motengine.schemas.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/**
 * Dates and times as RFC 3339 has them, without {@code java.time.format}, which takes most of an envelope's time.
 *
 * <p>Digits of a fraction beyond the ninth are dropped; a leap second counts as the second after it.
 */
final class Rfc3339 {
    static final String EXPECTED = "RFC 3339 with an offset, such as 2026-01-31T09:30:00+08:00";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int FIRST_DATE_YEAR = 1800;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int BAD = -1;

    private Rfc3339() {}

    /** The instant, or null if the text is not one between the years 1900 and 2199. */
    static Instant instant(String text) {
        int length = text.length();
        LocalDate date = length < 20 ? null : date(text, 0);
        if (date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return null;
        }
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        boolean signs = (text.charAt(10) | 0x20) == 't' && text.charAt(13) == ':' && text.charAt(16) == ':';
        boolean leap = second == 60 && minute == 59;
        if (!signs || outside(hour, 23) || outside(minute, 59) || (outside(second, 59) && !leap)) {
            return null;
        }
        int at = 19;
        int nanos = 0;
        if (text.charAt(at) == '.') {
            int from = ++at;
            int unit = 100_000_000;
            for (; at < length && digit(text, at) != BAD; at++) {
                nanos += digit(text, at) * unit;
                unit /= 10;
            }
            if (at == from) {
                return null;
            }
        }
        int offset = offset(text, at);
        if (offset == Integer.MIN_VALUE) {
            return null;
        }
        long seconds = date.toEpochDay() * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second - offset;
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** The date, or null if the text is not one between the years 1800 and 9999. */
    static LocalDate date(String text) {
        return text.length() == 10 ? date(text, FIRST_DATE_YEAR) : null;
    }

    private static LocalDate date(String text, int firstYear) {
        int century = two(text, 0);
        int ofCentury = two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        if (century == BAD || ofCentury == BAD || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = century * 100 + ofCentury;
        if (year < firstYear || outside(month, 12) || month == 0 || day < 1) {
            return null;
        }
        return day > Month.of(month).length(Year.isLeap(year)) ? null : LocalDate.of(year, month, day);
    }

    /** Seconds east of UTC, or {@link Integer#MIN_VALUE} if from {@code at} on there is no offset. */
    private static int offset(String text, int at) {
        int left = text.length() - at;
        if (left == 1 && (text.charAt(at) | 0x20) == 'z') {
            return 0;
        }
        if (left != 6 || text.charAt(at + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = two(text, at + 1);
        int minutes = two(text, at + 4);
        char sign = text.charAt(at);
        if ((sign != '+' && sign != '-') || outside(hours, 23) || outside(minutes, 59)) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private static boolean outside(int value, int highest) {
        return value == BAD || value > highest;
    }

    private static int two(String text, int at) {
        int tens = digit(text, at);
        int ones = digit(text, at + 1);
        return tens == BAD || ones == BAD ? BAD : tens * 10 + ones;
    }

    private static int digit(String text, int at) {
        int digit = text.charAt(at) - '0';
        return digit >= 0 && digit <= 9 ? digit : BAD;
    }
}
