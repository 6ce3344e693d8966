package io.motengine.cli.screen;

import java.time.Duration;
import java.util.Locale;

/** Figures as people read them. */
public final class Numbers {
    private Numbers() {}

    /** With thousands separated, such as {@code 1,234,567}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Minutes and seconds, such as {@code 1:07}, or with hours before them. */
    public static String clock(Duration duration) {
        long seconds = duration.toSeconds();
        String minutes = "%d:%02d".formatted(seconds / 60 % 60, seconds % 60);
        return seconds < 3600 ? minutes : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
