package io.motengine.bench.event;

import com.sun.management.ThreadMXBean;
import io.motengine.engine.Outcome;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bytes allocated by kind of event: the mean of all says little of those of which nothing comes. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Shares {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Events of which nothing came. */
    public long quietEvents;

    public long quietBytes;

    /** Events of which a decision record was made. */
    public long recordedEvents;

    public long recordedBytes;

    /** What was due before an event. */
    public long dues;

    public long dueBytes;

    long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    void due(long begin) {
        dues++;
        dueBytes += bytes() - begin;
    }

    void event(Outcome outcome, long begin) {
        long allocated = bytes() - begin;
        if (outcome.decisions().isEmpty()) {
            quietEvents++;
            quietBytes += allocated;
        } else {
            recordedEvents++;
            recordedBytes += allocated;
        }
    }
}
