package io.motengine.bench.sections;

import io.motengine.bench.contest.Contestants;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is said behind {@code ./mot bench}.
 *
 * @param sections in the order in which they were named; empty if none was
 * @param only contestants that race; empty for all
 * @param numbers the rest, {@code key=number}
 */
record Words(List<String> sections, Set<String> only, List<String> numbers) {
    private static final String ONLY = "only=";

    static Words of(String[] arguments, List<String> known) {
        List<String> sections = new ArrayList<>();
        Set<String> only = new LinkedHashSet<>();
        List<String> numbers = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith(ONLY)) {
                for (String name : argument.substring(ONLY.length()).split(",", -1)) {
                    only.add(Contestants.of(name).name());
                }
            } else if (argument.contains("=")) {
                numbers.add(argument);
            } else if (known.contains(argument)) {
                sections.add(argument);
            } else {
                throw new IllegalArgumentException(argument + " (expected: one of " + known + ")");
            }
        }
        if (only.contains("bare") && !only.contains("engine")) {
            throw new IllegalArgumentException(
                    "only=bare (expected: engine too, as bare puts out as much as the engine has)");
        }
        return new Words(sections, only, numbers);
    }
}
