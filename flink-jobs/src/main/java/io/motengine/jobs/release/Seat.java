package io.motengine.jobs.release;

import io.motengine.engine.Decider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One deciding task's place: what it tells, and what it is told. Its own methods for the task's thread, the others for any. */
public final class Seat implements AutoCloseable {
    private final int subtask;
    private final int subtasks;
    private final Supplier<Timeline> timeline;
    private final Consumer<Seat> leave;
    private volatile long reached = Long.MIN_VALUE;
    private final Map<String, Decider> warmed = new ConcurrentHashMap<>();
    private volatile long from;

    Seat(int subtask, int subtasks, long from, Supplier<Timeline> timeline, Consumer<Seat> leave) {
        this.subtask = subtask;
        this.subtasks = subtasks;
        this.from = from;
        this.timeline = timeline;
        this.leave = leave;
    }

    /**
     * What decides, for an input of this time (event time, epoch milliseconds).
     *
     * <p>Says that the task has come this far before it looks. Whoever changes the timeline does so before it asks how far the task
     * has come: so a swap that comes too late for an input never goes unnoticed.
     */
    public Timeline reach(long time) {
        if (time > reached) {
            reached = time;
        }
        return timeline.get();
    }

    /** What decides, whatever the time. */
    public Timeline timeline() {
        return timeline.get();
    }

    /** What was live before this time (event time, epoch milliseconds) and no longer then is not needed any more, even after a crash. */
    public void needsFrom(long time) {
        from = Math.max(from, time);
    }

    /** No input is decided by anything that was live only before this time (event time, epoch milliseconds). */
    public long from() {
        return from;
    }

    /** What was warmed up for a release beside the stream, for this task alone; null if nothing was, or it is taken. */
    public Decider warmed(String release) {
        return warmed.remove(release);
    }

    /** Hands over a decider that has a release at work, by the release's id, unless one waits here already. */
    void warm(String release, Supplier<Decider> decider) {
        if (!warmed.containsKey(release)) {
            closeIfAny(warmed.put(release, decider.get()));
        }
    }

    /** What was warmed up for other releases is not going to be asked for. */
    void keepWarm(Set<String> releases) {
        for (String release : waiting()) {
            if (!releases.contains(release)) {
                closeIfAny(warmed.remove(release));
            }
        }
    }

    /** What waits to be taken over, by the release's id. */
    Set<String> waiting() {
        return Set.copyOf(warmed.keySet());
    }

    private static void closeIfAny(Decider decider) {
        if (decider != null) {
            decider.close();
        }
    }

    int subtask() {
        return subtask;
    }

    int subtasks() {
        return subtasks;
    }

    long reached() {
        return reached;
    }

    @Override
    public void close() {
        leave.accept(this);
        keepWarm(Set.of());
    }
}
