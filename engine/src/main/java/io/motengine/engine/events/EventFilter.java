package io.motengine.engine.events;

import io.motengine.schemas.event.EventBody;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events of one type whose members have one of the values listed. */
public final class EventFilter {
    private final String type;
    private final List<Condition> conditions;

    private record Condition(EventMember member, Set<String> values) {}

    /** Members must exist: the release compiler has checked. */
    public EventFilter(String type, Map<String, List<String>> where) {
        this.type = type;
        Class<? extends EventBody> bodyType = EventClasses.of(type);
        this.conditions = where.entrySet().stream()
                .map(entry -> new Condition(EventMember.of(bodyType, entry.getKey()), Set.copyOf(entry.getValue())))
                .toList();
    }

    public String type() {
        return type;
    }

    public boolean matches(String eventType, EventBody body) {
        if (!type.equals(eventType)) {
            return false;
        }
        for (Condition condition : conditions) {
            if (!condition.values().contains(condition.member().text(body))) {
                return false;
            }
        }
        return true;
    }
}
