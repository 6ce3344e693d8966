package io.motengine.engine.release;

import io.motengine.engine.events.Condition;
import java.util.Map;

/**
 * A feature as {@code features.yaml} has it: words that are yet to be checked.
 *
 * @param of member that is aggregated; null if none
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
