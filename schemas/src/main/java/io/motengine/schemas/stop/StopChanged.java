package io.motengine.schemas.stop;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An emergency stop was called, or lifted ({@code mot.stop.changed.v1}). Of two about the same, the later on the topic holds.
 *
 * @param id CloudEvents id
 * @param time when, UTC
 * @param what {@link #ALL}, {@link #channel} or {@link #strategy}; the record's key
 * @param holds whether it holds from now on; false lifts it
 * @param who called or lifted it, never null
 * @param why in their words; null if they gave no reason
 */
public record StopChanged(String id, Instant time, String what, boolean holds, String who, String why) {
    public static final String TYPE = "mot.stop.changed.v1";

    /** Stops everything, service messages too. */
    public static final String ALL = "all";

    private static final Pattern WHAT = Pattern.compile(ALL + "|(channel|strategy):\\S+");

    public StopChanged {
        Objects.requireNonNull(who, "who");
        if (!isStop(what)) {
            throw new IllegalArgumentException(what + " (expected: all, channel:<id> or strategy:<id>)");
        }
    }

    /** What stops all messages by a channel. */
    public static String channel(String id) {
        return "channel:" + id;
    }

    /** What stops a strategy. */
    public static String strategy(String id) {
        return "strategy:" + id;
    }

    /** Whether a text is something that can be stopped. */
    public static boolean isStop(String what) {
        return what != null && WHAT.matcher(what).matches();
    }
}
