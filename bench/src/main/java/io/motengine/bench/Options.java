package io.motengine.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is said behind the benchmark's name: {@code key=value}. */
public final class Options {
    private final Map<String, Long> given = new HashMap<>();

    /** Refuses keys that the benchmark does not know. */
    public Options(String[] arguments, Set<String> known) {
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length != 2 || !known.contains(parts[0])) {
                throw new IllegalArgumentException(argument + " (expected: one of " + known + ", as key=number)");
            }
            given.put(parts[0], Long.parseLong(parts[1].replace("_", "")));
        }
    }

    private Options(Map<String, Long> given) {
        this.given.putAll(given);
    }

    /** The same, some of them other than given. */
    public Options with(Map<String, Long> others) {
        Options options = new Options(given);
        options.given.putAll(others);
        return options;
    }

    public long number(String key, long otherwise) {
        return given.getOrDefault(key, otherwise);
    }
}
