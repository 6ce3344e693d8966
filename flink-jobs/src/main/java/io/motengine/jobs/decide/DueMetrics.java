package io.motengine.jobs.decide;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** How far due work is behind, by urgency, and how far the sweep is. */
final class DueMetrics {
    /** Written by the task, read by reporters. */
    private final Map<Urgency, AtomicLong> backlogMillis = new EnumMap<>(Urgency.class);

    private final Counter deferred;

    DueMetrics(MetricGroup operator, ReleaseSweep sweep) {
        MetricGroup mot = operator.addGroup("mot");
        for (Urgency urgency : Urgency.values()) {
            AtomicLong millis = new AtomicLong();
            backlogMillis.put(urgency, millis);
            String label = urgency.name().toLowerCase(Locale.ROOT);
            mot.addGroup("urgency", label).gauge("dueBacklogMillis", (Gauge<Long>) millis::get);
        }
        deferred = mot.counter("dueDeferred");
        mot.gauge("sweptCustomers", (Gauge<Long>) sweep::swept);
        mot.gauge("sweepRunning", (Gauge<Integer>) () -> sweep.running() ? 1 : 0);
    }

    /** How long ago (event time) the oldest work that has not been run was due; 0 if there is none. */
    void behind(Urgency urgency, long millis) {
        backlogMillis.get(urgency).set(millis);
    }

    /** A timer has fired later than it could have. */
    void deferred() {
        deferred.inc();
    }
}
