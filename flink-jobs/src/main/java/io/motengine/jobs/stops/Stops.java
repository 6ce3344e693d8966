package io.motengine.jobs.stops;

import java.util.Set;

/** The emergency stops that hold. Read by the operator's thread for each decision; changed by another. */
public interface Stops extends AutoCloseable {
    /**
     * What is stopped right now, as {@link io.motengine.schemas.stop.StopChanged} names it.
     *
     * @throws IllegalStateException if it is not known any more: deciding on would be deciding without stops
     */
    Set<String> holding();

    /** How many hold, for a metric: never throws. */
    int size();

    @Override
    void close();
}
