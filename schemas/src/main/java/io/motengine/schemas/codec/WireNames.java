package io.motengine.schemas.codec;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An enum's constants as they stand on the wire: lower case, with hyphens. */
final class WireNames<E extends Enum<E>> {
    private final Map<String, E> byName = new LinkedHashMap<>();
    private final Map<E, String> names;

    WireNames(Class<E> type) {
        names = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            byName.put(name, constant);
            names.put(constant, name);
        }
    }

    String of(E constant) {
        return names.get(constant);
    }

    /** The constant of this name, or null. */
    E of(String name) {
        return byName.get(name);
    }

    Collection<String> all() {
        return byName.keySet();
    }
}
