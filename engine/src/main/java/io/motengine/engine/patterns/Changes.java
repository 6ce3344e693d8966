package io.motengine.engine.patterns;

import java.util.List;

/**
 * What an event has changed. A late event may complete what lies in the past, and take back what it would have prevented.
 *
 * @param completed the earliest first
 * @param retracted by pattern, subject and instance
 */
public record Changes(List<Completed> completed, List<Retracted> retracted) {
    /** Nothing. */
    public static final Changes NONE = new Changes(List.of(), List.of());

    public Changes {
        completed = List.copyOf(completed);
        retracted = List.copyOf(retracted);
    }
}
