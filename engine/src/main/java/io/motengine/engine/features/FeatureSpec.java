package io.motengine.engine.features;

import io.motengine.engine.events.Condition;
import java.time.Duration;
import java.util.Map;

/**
 * A rolling figure kept for each customer, as declared in {@code features.yaml}.
 *
 * <p>The window covers whole buckets, the one of the moment of reading included: {@code window / bucket} of them. Snapping to
 * bucket edges is the definition, not an approximation.
 *
 * @param id name of the field in the {@code Features} fact
 * @param event type of the events it looks at
 * @param where filter: member of the event to the values allowed; empty for all events of the type
 * @param aggregate {@code count} or {@code sum}
 * @param of the money member that {@code sum} adds; null for {@code count}
 * @param window a whole number of buckets
 * @param bucket at least a minute
 */
public record FeatureSpec(
        String id,
        String event,
        Map<String, Condition> where,
        Aggregate aggregate,
        String of,
        Duration window,
        Duration bucket) {
    public FeatureSpec {
        where = where == null ? Map.of() : Map.copyOf(where);
    }

    /** What is kept of the events. */
    public enum Aggregate {
        COUNT,
        SUM
    }

    /** Number of buckets in the window. Asked for each feature and event: dividing durations goes through {@code BigDecimal}. */
    public int buckets() {
        return (int) (window.toMillis() / bucket.toMillis());
    }
}
