package io.motengine.jobs.stops;

import java.io.Serializable;
import java.util.Set;

/** Where an operator gets the emergency stops from, wherever it is started. */
@FunctionalInterface
public interface StopsFeed extends Serializable {
    /** Nothing is ever stopped: a history is decided as it was. */
    StopsFeed NONE = () -> new Stops() {
        @Override
        public Set<String> holding() {
            return Set.of();
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public void close() {
            // There is nothing to let go of.
        }
    };

    /** Knows every stop that was called before, once it returns; whoever opens it closes what it gets. */
    Stops open();
}
