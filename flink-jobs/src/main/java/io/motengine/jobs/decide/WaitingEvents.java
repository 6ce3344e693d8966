package io.motengine.jobs.decide;

import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEventSerializer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.ListTypeInfo;

/**
 * A customer's events that wait for their turn, by the millisecond of their time.
 *
 * <p>One entry for each millisecond: an arriving event rewrites only those of its own, however many wait.
 */
final class WaitingEvents {
    private static final MapStateDescriptor<Long, List<StreamEvent>> DESCRIPTOR =
            new MapStateDescriptor<>("waiting", Types.LONG, new ListTypeInfo<>(StreamEventSerializer.TYPE));

    /** The order that any two runs agree upon. */
    private static final Comparator<Decidable> ORDER = Comparator.comparing(
                    (Decidable event) -> event.envelope().time())
            .thenComparing(event -> event.origin().topic())
            .thenComparingInt(event -> event.origin().partition())
            .thenComparingLong(event -> event.origin().offset());

    private final MapState<Long, List<StreamEvent>> state;

    WaitingEvents(RuntimeContext runtime) {
        state = runtime.getMapState(DESCRIPTOR);
    }

    void add(Decidable event) throws Exception {
        long millis = event.envelope().time().toEpochMilli();
        List<StreamEvent> already = state.get(millis);
        List<StreamEvent> all = already == null ? new ArrayList<>(1) : new ArrayList<>(already);
        all.add(event);
        state.put(millis, all);
    }

    /** Takes the events of this millisecond and of all before it, in their order. */
    List<Decidable> takeUpTo(long millis) throws Exception {
        List<Long> turns = new ArrayList<>();
        for (long turn : state.keys()) {
            if (turn <= millis) {
                turns.add(turn);
            }
        }
        turns.sort(null);
        List<Decidable> events = new ArrayList<>();
        for (long turn : turns) {
            events.addAll(take(turn));
        }
        return events;
    }

    /** Takes the events of this millisecond, in their order. */
    List<Decidable> take(long millis) throws Exception {
        List<StreamEvent> events = state.get(millis);
        if (events == null) {
            return List.of();
        }
        state.remove(millis);
        return events.stream().map(Decidable.class::cast).sorted(ORDER).toList();
    }
}
