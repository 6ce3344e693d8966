package io.motengine.schemas.release;

import java.time.Instant;

/**
 * Who decides from some event time on.
 *
 * @param order that made it so; null for what holds before the first
 * @param from event time; {@link Instant#MIN} for what holds before the first order
 * @param live decides for everybody but the canary's customers; {@link ReleaseOrder#SUBMITTED} or a release's id
 * @param canary decides for a share of customers; null for none
 * @param share customers in ten thousand who get the canary
 * @param shadow decides too, and nothing of it leaves; null for none
 */
public record LineUp(String order, Instant from, String live, String canary, int share, String shadow) {
    /** What holds if nothing was ever ordered. */
    public static final LineUp FIRST = new LineUp(null, Instant.MIN, ReleaseOrder.SUBMITTED, null, 0, null);

    /** What an order makes of this. */
    LineUp after(ReleaseOrder order) {
        return switch (order.kind()) {
            case ACTIVATE, ROLLBACK -> new LineUp(order.id(), order.at(), order.release(), null, 0, null);
            case CANARY -> new LineUp(order.id(), order.at(), live, order.release(), order.share(), shadow);
            case SHADOW -> new LineUp(order.id(), order.at(), live, canary, share, order.release());
            case ALONE -> new LineUp(order.id(), order.at(), live, null, 0, null);
            case PREPARE -> throw new IllegalArgumentException("prepare changes nobody's release");
        };
    }
}
