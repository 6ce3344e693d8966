package io.motengine.bench.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules of one stratum as files: some rules belong together and stand in one file. */
final class Rules {
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    /** A file of rules, each as {@link #rule} writes it. */
    Rules file(String path, String question, String... rules) {
        String header = "// Question: " + question + "\n// Owner: bench. Since: 2026-11.\n";
        if (files.put(path, header + "\n" + String.join("\n", rules)) != null) {
            throw new IllegalStateException(path + ": twice");
        }
        names.addAll(List.of(rules));
        return this;
    }

    static String rule(String sentence, String conclusion, String... patterns) {
        return "rule \"" + sentence + "\"\nwhen\n    " + String.join("\n    ", patterns) + "\nthen\n    conclude."
                + conclusion + ";\nend\n";
    }

    int count() {
        return names.size();
    }

    Map<String, String> files() {
        return files;
    }
}
