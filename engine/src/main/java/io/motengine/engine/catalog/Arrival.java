package io.motengine.engine.catalog;

import java.util.Set;

/**
 * Where the customer is right now.
 *
 * @param channels at which they can be served there
 * @param branch null if they are in none, or it is not known
 */
public record Arrival(Set<String> channels, String branch) {
    /** Nobody knows where. */
    public static final Arrival NONE = new Arrival(Set.of(), null);

    public Arrival {
        channels = Set.copyOf(channels);
    }

    /** Whether the customer is at this channel. */
    public boolean at(String channel) {
        return channels.contains(channel);
    }
}
