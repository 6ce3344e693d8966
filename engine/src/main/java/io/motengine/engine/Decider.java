package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import java.time.Instant;

/**
 * Decides, one customer and one input at a time. The same arguments always give the same outcome.
 *
 * <p>Not thread-safe: it keeps rule sessions and reuses them. One per thread.
 */
public final class Decider implements AutoCloseable {

    /**
     * Decides upon one input.
     *
     * @param state of the customer; changed in place (the caller drops it if this throws)
     * @param now the clock of governance: wall clock in live running, event time in history
     */
    public Outcome decide(CustomerState state, Input input, Release release, Instant now) {
        throw new UnsupportedOperationException("being built");
    }

    @Override
    public void close() {}
}
