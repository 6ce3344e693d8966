package io.motengine.engine.allocate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Names of what is counted across customers: {@code benefit:<id>}, {@code quota:<product>}, {@code
 * capacity:<channel>[:<branch or relationship manager>]:<day>}.
 */
public final class Resources {
    /** No time at all. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final String BENEFIT = "benefit:";
    private static final String QUOTA = "quota:";
    private static final String CAPACITY = "capacity:";

    /** Feedback of a day's last hours comes on the next. */
    private static final int DAYS_KEPT = 2;

    private Resources() {}

    /** Stock and budget of a benefit. */
    public static String benefit(String id) {
        return BENEFIT + id;
    }

    /** What of a product may be offered. */
    public static String quota(String product) {
        return QUOTA + product;
    }

    /** What a whole channel can take on a day of the bank. */
    public static String capacity(String channel, LocalDate day) {
        return CAPACITY + channel + ":" + day;
    }

    /** What one branch or relationship manager can take on a day of the bank. */
    public static String capacity(String channel, String whose, LocalDate day) {
        return CAPACITY + channel + ":" + whose + ":" + day;
    }

    /** Whether it is counted for one day. */
    public static boolean isCapacity(String resource) {
        return resource.startsWith(CAPACITY);
    }

    public static boolean isBenefit(String resource) {
        return resource.startsWith(BENEFIT);
    }

    /** Whether it is the name of something that is counted. */
    public static boolean isResource(String name) {
        return name.startsWith(BENEFIT) || name.startsWith(QUOTA) || forgottenAt(name) != NEVER;
    }

    /** When what was counted of it may be forgotten (epoch milliseconds): a day's capacity some time after the day. */
    public static long forgottenAt(String resource) {
        if (!isCapacity(resource)) {
            return NEVER;
        }
        try {
            return LocalDate.parse(resource.substring(resource.lastIndexOf(':') + 1))
                    .plusDays(DAYS_KEPT)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        } catch (DateTimeParseException e) {
            return NEVER;
        }
    }
}
