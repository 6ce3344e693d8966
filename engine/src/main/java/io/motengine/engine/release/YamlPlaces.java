package io.motengine.engine.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a YAML text each value stands: the same word may stand in many places, its path only in one. */
public final class YamlPlaces {
    private final Map<String, Integer> lines = new HashMap<>();

    /** What cannot be parsed has been reported by {@link ReleaseYaml} already; its places are then those before the error. */
    public YamlPlaces(String text) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException e) {
            lines.putIfAbsent("", 1);
        }
    }

    /** 1-based line of the value at a JSON pointer such as {@code /0/levels/2/from}, or of the nearest one around it. */
    public int line(String pointer) {
        String nearest = pointer;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return lines.getOrDefault(nearest, 1);
    }
}
