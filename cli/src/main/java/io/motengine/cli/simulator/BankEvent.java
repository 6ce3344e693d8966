package io.motengine.cli.simulator;

import io.motengine.schemas.event.EventBody;
import java.time.Instant;
import java.util.Comparator;

/**
 * One event as a system of the simulated bank sends it.
 *
 * @param id unique within {@code source}
 * @param source the sending system
 * @param customer the event's subject; null where nobody knows yet whose it is
 * @param time when it happened in the simulated world, UTC
 */
public record BankEvent(String id, String source, String customer, Instant time, EventBody body) {
    /** By time; events of one instant in an order that does not depend on how they were made. */
    public static final Comparator<BankEvent> IN_TIME = Comparator.comparing(BankEvent::time)
            .thenComparing(BankEvent::customer, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(BankEvent::id);
}
