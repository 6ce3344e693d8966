package io.motengine.engine.state;

import io.motengine.engine.record.Hashes;
import java.util.HexFormat;

/**
 * A marketing contact: reserved when its action is decided, given back when the channel could not deliver.
 *
 * @param at epoch milliseconds in whole seconds, the clock of governance
 * @param action the first 64 bits of the action's id: enough to tell the contacts of one customer apart
 */
public record Contact(long at, long action, String strategy, String channel) {
    private static final long MILLIS = 1_000;
    private static final int DIGITS = 16;

    public Contact {
        at = Math.floorDiv(at, MILLIS) * MILLIS;
    }

    public static Contact of(long at, String actionId, String strategy, String channel) {
        return new Contact(at, key(actionId), strategy, channel);
    }

    /** Whether this contact was made by the action. */
    public boolean isOf(String actionId) {
        return action == key(actionId);
    }

    /** Ids that the engine gave are hashes already; whatever else a channel calls an action is hashed. */
    private static long key(String actionId) {
        if (actionId.length() >= DIGITS && actionId.chars().limit(DIGITS).allMatch(HexFormat::isHexDigit)) {
            return HexFormat.fromHexDigitsToLong(actionId, 0, DIGITS);
        }
        return Hashes.of(actionId);
    }
}
