package io.motengine.jobs.decide;

import io.motengine.jobs.release.LiveReleases;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * From which event time on releases are told apart: what comes later than that is decided by what was live then. Without an end
 * to how late an event may be, every release that was ever live would have to be kept.
 *
 * <p>It moves with each checkpoint, up to the watermark as it stands there, and is part of it: after a crash, events are decided
 * with the floor that they were decided with before. Union state: after rescaling, a subtask may have got the customers of any other.
 */
final class SwapFloor {
    private static final ListStateDescriptor<Long> STATE = new ListStateDescriptor<>("releases-from", Types.LONG);

    private final ListState<Long> state;
    private final TreeMap<Long, Long> byCheckpoint = new TreeMap<>();
    private long time = LiveReleases.UNKNOWN;

    SwapFloor(OperatorStateStore store) throws Exception {
        state = store.getUnionListState(STATE);
        for (long restored : state.get()) {
            time = Math.min(time, restored);
        }
    }

    /** Where there was none yet, it is what the releases at hand allow (event time, epoch milliseconds). */
    void begin(long from) {
        time = from;
    }

    /** Event time, epoch milliseconds; {@link LiveReleases#UNKNOWN} before it has begun. */
    long time() {
        return time;
    }

    /** A checkpoint is taken, at this watermark. */
    void snapshot(long checkpoint, long watermark) throws Exception {
        // The last watermark of a job that is drained is the end of the stream, not of time.
        if (watermark != Long.MAX_VALUE) {
            time = Math.max(time, watermark);
        }
        byCheckpoint.put(checkpoint, time);
        state.update(List.of(time));
    }

    /** A checkpoint is complete: nothing before its floor will be decided again. */
    long completed(long checkpoint) {
        Map.Entry<Long, Long> floor = byCheckpoint.floorEntry(checkpoint);
        byCheckpoint.headMap(checkpoint, true).clear();
        return floor == null ? Long.MIN_VALUE : floor.getValue();
    }
}
