package io.motengine.cli.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What makes one simulated bank differ from another. The same plan always gives the same events.
 *
 * @param customers how many, new ones of the coming days included
 * @param start when the simulated world begins, UTC
 * @param zone the bank's time zone
 * @param eventsPerCustomerDay the mean over all customers
 */
public record BankPlan(long seed, int customers, Instant start, ZoneId zone, double eventsPerCustomerDay) {
    /** What a customer does in a day when nobody asks for more or less. */
    public static final double USUAL_EVENTS = 2.6;

    public BankPlan {
        if (customers < 1) {
            throw new IllegalArgumentException("customers: " + customers + " (expected: 1 or more)");
        }
        if (!(eventsPerCustomerDay > 0)) {
            throw new IllegalArgumentException(
                    "eventsPerCustomerDay: " + eventsPerCustomerDay + " (expected: more than 0)");
        }
    }

    /** The first simulated day. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(start, zone);
    }

    /** How much busier than usual people are with the things that they do often. */
    double activity() {
        return eventsPerCustomerDay / USUAL_EVENTS;
    }
}
