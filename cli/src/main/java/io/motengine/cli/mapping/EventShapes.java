package io.motengine.cli.mapping;

import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventTypes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events that a bank sends, by type: which fields each has, and how one is made of them. */
final class EventShapes {
    private static final Map<String, Class<? extends EventBody>> BY_TYPE = new TreeMap<>();

    static {
        EventTypes.byBody().forEach((body, type) -> {
            if (!EventTypes.INTERNAL.contains(type)) {
                BY_TYPE.put(type, body);
            }
        });
    }

    private EventShapes() {}

    static boolean knows(String type) {
        return BY_TYPE.containsKey(type);
    }

    static List<String> types() {
        return List.copyOf(BY_TYPE.keySet());
    }

    static List<RecordComponent> fields(String type) {
        return List.of(BY_TYPE.get(type).getRecordComponents());
    }

    /** Makes a body; the values stand in the order of {@link #fields}. */
    static EventBody body(String type, Object[] values) {
        Class<? extends EventBody> shape = BY_TYPE.get(type);
        Class<?>[] types = Arrays.stream(shape.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return shape.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record without its own constructor: " + shape, e);
        }
    }
}
