package io.motengine.jobs.tally;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** One metric counted by the values of one label, such as events by type. */
public final class Counters {
    private static final int MAX_LABELS = 1_000;
    private static final String OTHER = "other";

    private final MetricGroup group;
    private final String name;
    private final String label;
    private final Map<String, Counter> counters = new HashMap<>();

    public Counters(MetricGroup group, String name, String label) {
        this.group = group;
        this.name = name;
        this.label = label;
    }

    public void count(String value) {
        Counter counter = counters.get(value);
        if (counter == null) {
            // Labels come from data: a hostile stream must not fill the monitoring.
            String bounded = counters.size() < MAX_LABELS ? value : OTHER;
            counter = counters.computeIfAbsent(bounded, this::register);
        }
        counter.inc();
    }

    private Counter register(String value) {
        return group.addGroup(label, value).counter(name);
    }
}
