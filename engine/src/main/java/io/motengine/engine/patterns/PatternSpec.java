package io.motengine.engine.patterns;

import io.motengine.engine.events.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sequence, a repetition or an absence of events in time, as declared in {@code patterns.yaml}.
 *
 * @param id name of the pattern, in rules {@code CompletedPattern( name == … )}
 * @param steps what must happen, in this order; other events may lie between
 * @param unless what must not happen from the first step until {@code within} has passed; null if the last step completes the
 *     pattern
 * @param within from the first step to the last, and with {@code unless} to the end of the wait
 * @param by member of all the events that must be equal, such as {@code productId}; null if any will do
 * @param limit most values of {@code by} that are under way for one customer; one too many gives up the one begun longest ago;
 *     default 10
 * @param service whether what comes of it is a service message, which goes first after an outage
 */
public record PatternSpec(
        String id, List<Step> steps, Step unless, Duration within, String by, Integer limit, boolean service) {
    /** Steps at most, each counted as often as it must happen. */
    public static final int MOST_STEPS = 20;

    private static final int DEFAULT_LIMIT = 10;

    public PatternSpec {
        steps = steps == null
                ? List.of()
                : steps.stream().filter(Objects::nonNull).toList();
        limit = limit == null ? DEFAULT_LIMIT : limit;
    }

    /**
     * Events of a type whose members are as asked.
     *
     * @param event type of the events
     * @param where conditions on their members; none if every event of the type will do
     * @param times how often; default once
     */
    public record Step(String event, Map<String, Condition> where, Integer times) {
        public Step {
            where = where == null ? Map.of() : Map.copyOf(where);
            times = times == null ? 1 : times;
        }
    }

    /** Whether it completes when a wait ends, rather than at an event. */
    public boolean waits() {
        return unless != null;
    }

    /** Steps, each counted as often as it must happen. */
    public int length() {
        return steps.stream().mapToInt(Step::times).sum();
    }

    /**
     * What a customer's progress is kept under. Limit and service do not enter: they may change while progress stays. Anything
     * else makes another pattern of it, which starts afresh.
     */
    public int declarationHash() {
        return Declaration.hash(this);
    }
}
