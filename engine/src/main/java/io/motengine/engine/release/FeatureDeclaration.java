package io.motengine.engine.release;

import io.motengine.engine.events.Condition;
import java.util.Map;

/**
 * A feature as {@code features.yaml} has it: words that are yet to be checked.
 *
 * @param id name of the field of {@code Features} that rules ask for
 * @param event type of the events that are counted
 * @param where conditions on the event's members; none if every event of the type counts
 * @param aggregate what is made of them
 * @param of member that is aggregated; null if none
 * @param window how far back, such as {@code 24h}, {@code 7d} or {@code month}
 * @param bucket null for the one that suits the window
 */
record FeatureDeclaration(
        String id,
        String event,
        Map<String, Condition> where,
        String aggregate,
        String of,
        String window,
        String bucket) {
    FeatureDeclaration {
        where = where == null ? Map.of() : Map.copyOf(where);
    }
}
