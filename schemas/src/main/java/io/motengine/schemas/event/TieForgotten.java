package io.motengine.schemas.event;

import java.util.List;

/**
 * A customer tied to the event's subject was erased, and nothing may name them any more; stands on {@code mot.internal} only. It
 * may come more than once.
 *
 * @param names under which the erased customer was known, never empty
 */
public record TieForgotten(List<String> names) implements EventBody {
    public TieForgotten {
        names = List.copyOf(names);
    }
}
