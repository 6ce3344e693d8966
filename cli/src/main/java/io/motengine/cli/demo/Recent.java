package io.motengine.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the newest entries only: a crash repeats what came since the last checkpoint, nothing older. Not thread-safe. */
final class Recent<K, V> {
    private static final int CAPACITY = 200_000;
    private final Map<K, V> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > CAPACITY;
        }
    };

    /** What was remembered under the key; null, and from now on {@code value}, if nothing was. */
    V putIfAbsent(K key, V value) {
        return entries.putIfAbsent(key, value);
    }
}
