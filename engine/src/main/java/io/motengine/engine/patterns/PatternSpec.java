package io.motengine.engine.patterns;

import io.motengine.engine.events.Condition;
import java.time.Duration;
import java.util.Map;

/**
 * An absence, as declared in {@code patterns.yaml}: after {@code open}, nothing that matches {@code unless} within
 * {@code within}.
 *
 * @param id name of the pattern, in rules {@code CompletedPattern( name == … )}
 * @param open the event that opens an instance
 * @param unless the event that closes it in time
 * @param within what is due at the very end of it counts as absent
 * @param by member of the events that must be equal, such as {@code productId}; null if any will do
 * @param limit most open instances for one customer; what would be one too many replaces the oldest
 */
public record PatternSpec(String id, Step open, Step unless, Duration within, String by, int limit) {

    /** Events of a type whose members have one of the values given. */
    public record Step(String event, Map<String, Condition> where) {
        public Step {
            where = where == null ? Map.of() : Map.copyOf(where);
        }
    }
}
