package io.motengine.bench.customers;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which event comes as which, and when it happened. One after the other:
 *
 * <ol>
 *   <li>a profile of each customer;
 *   <li>transactions and clicks of a day, of customers as active as {@link Activity} has it;
 *   <li>card applications left half filled, each due for service when the clock strikes;
 *   <li>more transactions and clicks at a steady pace, from shortly before the daily tick on, until somebody ends it.
 * </ol>
 *
 * @param customers how many there are
 * @param activity events of the day before the tick
 * @param due customers due for marketing at the tick, at least so many: for them the account was opened four days before it
 * @param pace events a second at the end
 */
record Plan(long customers, long activity, long due, long pace) implements Serializable {
    private static final LocalDate TICKS_ON = LocalDate.of(2026, 11, 10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate OPENED_IF_DUE = TICKS_ON.minusDays(4);
    static final LocalDate OPENED_LONG_AGO = LocalDate.of(2020, 5, 1);

    /** The calendar of the reference release ticks at eight. */
    static final long TICK = TICKS_ON.atTime(8, 0).atZone(ZONE).toInstant().toEpochMilli();

    /** What the decision upon the tick names as its cause. */
    static final String TICK_ID = TICKS_ON.toString();

    /** The pattern of the reference release falls due half an hour later. */
    private static final long FORMS = TICK - 30L * 60_000;

    private static final long BEGIN = TICK - 60L * 3_600_000;
    private static final long ACTIVE_MILLIS = 24L * 3_600_000;
    private static final long PACED = TICK - 10_000;
    private static final long LONGEST_SECONDS = 3_600;
    private static final long DUE_FOR_EACH_SERVICE = 50;

    Plan {
        if (customers < 100 || due < 1 || due > customers / 3 || activity < 1 || pace < 1) {
            throw new IllegalArgumentException(
                    customers + " customers, " + due + " due, " + activity
                            + " events before the tick, " + pace
                            + " a second after it (expected: 100 customers or more, at most a third of them due, and the others 1 or more)");
        }
    }

    /** What an event is. */
    enum Kind {
        PROFILE,
        ACTIVITY,
        FORM,
        PACED
    }

    /** What a customer is due for at the tick. */
    enum Due {
        NOTHING,
        MARKETING,
        SERVICE
    }

    long events() {
        return firstPaced() + pace * LONGEST_SECONDS;
    }

    long firstPaced() {
        return customers + activity + forms();
    }

    Kind kind(long number) {
        if (number < customers) {
            return Kind.PROFILE;
        }
        if (number < customers + activity) {
            return Kind.ACTIVITY;
        }
        return number < firstPaced() ? Kind.FORM : Kind.PACED;
    }

    Due due(long customer) {
        if (customer % everyDue() == 0) {
            return Due.MARKETING;
        }
        return customer % everyService() == 1 ? Due.SERVICE : Due.NOTHING;
    }

    long marketingDue() {
        return (customers + everyDue() - 1) / everyDue();
    }

    long forms() {
        return (customers + everyService() - 2) / everyService();
    }

    private long everyDue() {
        return customers / due;
    }

    private long everyService() {
        return everyDue() * DUE_FOR_EACH_SERVICE;
    }

    /** Whose event it is. Those that come at a steady pace are of customers for whom nothing is due. */
    long customer(long number, Activity active) {
        return switch (kind(number)) {
            case PROFILE -> number;
            case ACTIVITY -> active.customer(number);
            case FORM -> (number - customers - activity) * everyService() + 1;
            case PACED -> {
                long customer = active.customer(number);
                yield due(customer) == Due.NOTHING ? customer : customer - customer % everyDue() + 2;
            }
        };
    }

    /** Event time, epoch milliseconds; never goes back. */
    long time(long number) {
        return switch (kind(number)) {
            case PROFILE -> BEGIN;
            case ACTIVITY -> BEGIN + 1 + (long) ((double) (number - customers) / activity * ACTIVE_MILLIS);
            case FORM -> FORMS;
            case PACED -> PACED + (number - firstPaced()) * 1_000 / pace;
        };
    }

    static long mix(long number) {
        long hash = (number + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
