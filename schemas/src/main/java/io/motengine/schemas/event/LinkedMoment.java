package io.motengine.schemas.event;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A moment of one customer, told to a linked one (公私联动); stands on {@code mot.internal} only. The event's subject is the one
 * who is told.
 *
 * @param moment its name, never null
 * @param relation what {@code from} is to the one who is told, a word of {@link Relations}; never null
 * @param from customer whose moment it was, never null
 * @param subject what the moment was about; null if nothing particular
 * @param variables what the moment said, for the texts of an action; never null
 * @param path customers that it came through, the first to see it first, {@code from} last: whoever is on it is not told
 *     again
 * @param cause what raised it at the first of them; never null
 */
public record LinkedMoment(
        String moment,
        String relation,
        String from,
        String subject,
        Map<String, String> variables,
        List<String> path,
        String cause)
        implements EventBody {
    public LinkedMoment {
        // Sorted: what is said of it must read the same in every run.
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
        path = List.copyOf(path);
    }
}
