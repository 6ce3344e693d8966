package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;

/**
 * Decides, one customer and one input at a time. The same arguments always give the same outcome.
 *
 * <p>Not thread-safe: it keeps rule sessions and reuses them. One per thread.
 */
public final class Decider implements AutoCloseable {

    /**
     * Decides upon one input.
     *
     * <p>Transactions and clicks drive the customer's time: everything due at or before them runs first. All other events
     * leave time alone, so a caller that hands in a history in event-time order sends {@link Input.Wake} with the time of
     * each event before the event.
     *
     * @param state of the customer; changed in place (the caller drops it if this throws)
     */
    public Outcome decide(CustomerState state, Input input, Release release, Now now) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {}
}
