package io.motengine.jobs.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** On which line each key of a YAML text stands. Jackson's own exceptions point behind what they complain about. */
final class YamlLines {
    private final Map<String, Integer> lines = new HashMap<>();

    YamlLines(String yaml) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            String key = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    String within = path.isEmpty() ? "" : path.peek();
                    key = within.isEmpty() ? parser.currentName() : within + "." + parser.currentName();
                    lines.putIfAbsent(key, parser.currentTokenLocation().getLineNr());
                } else if (token.isStructStart()) {
                    path.push(key);
                } else if (token.isStructEnd()) {
                    key = path.pop();
                }
            }
        }
    }

    /** Such as {@code :12}; empty if the key does not stand in the text. */
    String of(String key) {
        Integer line = lines.get(key);
        return line == null ? "" : ":" + line;
    }
}
