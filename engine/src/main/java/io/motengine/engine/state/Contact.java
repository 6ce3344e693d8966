package io.motengine.engine.state;

import io.motengine.engine.record.Hashes;
import java.util.HexFormat;

/**
 * A marketing contact: reserved when its action is decided, given back when the channel could not deliver and says so within
 * fourteen days.
 *
 * @param at epoch milliseconds in whole minutes, the clock of governance: caps count days
 * @param action 32 bits of the action's id, enough to tell apart the contacts that may still be given back; {@link #SETTLED} once
 *     this one no longer may
 */
public record Contact(long at, int action, String strategy, String channel) {
    /** No action's key. */
    static final int SETTLED = 0;

    private static final long MINUTE = 60_000;
    private static final int DIGITS = 8;

    public Contact {
        at = Math.floorDiv(at, MINUTE) * MINUTE;
    }

    public static Contact of(long at, String actionId, String strategy, String channel) {
        return new Contact(at, key(actionId), strategy, channel);
    }

    /** Whether this contact was made by the action; no longer known of one that is settled. */
    public boolean isOf(String actionId) {
        return action == key(actionId);
    }

    boolean isSettled() {
        return action == SETTLED;
    }

    /** The same contact in its shorter form, for one that can no longer be given back. */
    public Contact settled() {
        return isSettled() ? this : new Contact(at, SETTLED, strategy, channel);
    }

    /** Ids that the engine gave are hashes already; whatever else a channel calls an action is hashed. */
    static int key(String actionId) {
        int key = beginsWithHash(actionId) ? HexFormat.fromHexDigits(actionId, 0, DIGITS) : Hashes.of32(actionId);
        return key == SETTLED ? 1 : key;
    }

    private static boolean beginsWithHash(String actionId) {
        if (actionId.length() < DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (!HexFormat.isHexDigit(actionId.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
