package io.motengine.engine.allocate;

import java.util.Objects;

/**
 * One of the things that an action counts for.
 *
 * @param resource a name of {@link Resources}
 * @param claim by which it is counted once, however often it is asked for: the action for capacity; for stock and quota the offer,
 *     of which each step of a ladder is a part
 * @param most how many may be out, as the release in force says; {@link #UNLIMITED} if only money counts
 * @param cost of one, in minor units of the base currency; 0 or more
 * @param mostCost how much may be spent, in minor units; {@link #UNLIMITED} if it is not counted
 */
public record Need(String resource, String claim, long most, long cost, long mostCost) {
    /** No limit at all. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    public Need {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(claim, "claim");
        if (cost < 0) {
            throw new IllegalArgumentException("cost: " + cost + " (expected: 0 or more)");
        }
    }

    /** One of so many. */
    public static Need one(String resource, String claim, long most) {
        return new Need(resource, claim, most, 0, UNLIMITED);
    }
}
