package io.motengine.engine.release;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

/** Bounds that values of a release are held to. */
final class Bounds {
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Bounds() {}

    static boolean kebab(String id) {
        return id != null && KEBAB.matcher(id).matches();
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** 0 to 1, both included. */
    static boolean share(BigDecimal share) {
        return share != null && share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
    }

    static boolean positive(Duration time) {
        return time != null && !time.isZero() && !time.isNegative();
    }

    static boolean within(Duration time, Duration most) {
        return time != null && !time.isNegative() && time.compareTo(most) <= 0;
    }

    /** As it would be written, or {@code none}. */
    static String text(Object value) {
        if (value instanceof Duration time) {
            return text(time);
        }
        return value == null ? "none" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String text(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 86_400 == 0 && seconds != 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0 && seconds != 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 && seconds != 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
