package io.motengine.bench.contest;

import java.util.Set;

/** One way of reading the stream. It runs in a Java process of its own, which {@link ContestantMain} is the main program of. */
public interface Contestant {
    /** For people and for names of files, kebab-case. */
    String name();

    /** Plain moments that it detects; empty if it detects none, like a bare pipeline, and all for the engine. */
    Set<PlainMoment> moments();

    /**
     * Begins to read {@code bank.transactions} and {@code app.clicks} from their beginning, or from where the state that it goes on from
     * stands, and returns once it does.
     */
    Running start(Course course) throws Exception;

    /** A contestant at work. Closing it ends it; whatever it read and wrote until then counts. */
    interface Running extends AutoCloseable {
        /** Events that have come to its end so far: discarded, decided, or looked at by every rule. Cheap, and may be a little old. */
        long read();

        /** Why it does not run any more; null while it does. */
        String failure();

        @Override
        void close();
    }
}
