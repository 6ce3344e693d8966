package io.motengine.jobs.release;

import io.motengine.engine.release.ReleaseException;

/** The releases that decide, or may do so soon. Kept up to date by another thread. */
public interface LiveReleases extends AutoCloseable {
    /** Nothing is known of when events will be from. */
    long UNKNOWN = Long.MAX_VALUE;

    /** Whether any release held looks at events of this type. The release that decides judges for itself. */
    boolean listensTo(String type);

    /**
     * A place for a task that decides. Everything it may need is compiled once this returns.
     *
     * @param from no event will be decided by anything earlier than what was live at this time (event time, epoch milliseconds);
     *     {@link #UNKNOWN} for what was live last and what came before it
     */
    Seat seat(int subtask, int subtasks, long from) throws ReleaseException;

    @Override
    void close();
}
