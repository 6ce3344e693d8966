package io.motengine.engine.features;

import io.motengine.engine.events.Condition;
import java.util.Map;

/**
 * A rolling figure kept for each customer, as declared in {@code features.yaml}.
 *
 * <p>The window covers whole buckets: {@code window / bucket} of them, the last of which is the one that the moment of reading is
 * in. Snapping to bucket edges is the definition, not an approximation. Buckets of days and months begin at midnight in the
 * bank's zone (a day of daylight saving has 23 or 25 hours), several days are counted from 1970-01-01, and shorter buckets are cut
 * in UTC.
 *
 * @param id name of the field in the {@code Features} fact
 * @param event type of the events it looks at
 * @param where filter: member of the event to what is asked of it; empty for all events of the type
 * @param of the member that is aggregated; null if the aggregate is about events as such
 * @param window a whole number of buckets
 */
public record FeatureSpec(
        String id,
        String event,
        Map<String, Condition> where,
        Aggregate aggregate,
        String of,
        Span window,
        Span bucket) {
    public FeatureSpec {
        where = where == null ? Map.of() : Map.copyOf(where);
    }

    /** Number of buckets in the window. */
    public int buckets() {
        return window.buckets(bucket);
    }
}
