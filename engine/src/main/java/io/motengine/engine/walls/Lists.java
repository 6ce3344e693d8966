package io.motengine.engine.walls;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Long lists of names, written shortly. */
final class Lists {
    private Lists() {}

    /** Each line is a prefix, then names to put behind it: {@code java.util. List Map}. */
    static Set<String> of(String... lines) {
        return Arrays.stream(lines).flatMap(Lists::line).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> line(String line) {
        String[] words = line.split("\\s+", -1);
        return Arrays.stream(words).skip(1).map(word -> words[0] + word);
    }
}
