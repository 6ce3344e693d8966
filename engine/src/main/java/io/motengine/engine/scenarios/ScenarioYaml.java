package io.motengine.engine.scenarios;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.release.YamlPlaces;
import java.util.List;

/** A YAML file of a scenario as a tree, and on which line of it everything stands. */
final class ScenarioYaml {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String file;
    private final YamlPlaces places;
    private final List<Finding> findings;

    ScenarioYaml(String file, String text, List<Finding> findings) {
        this.file = file;
        this.places = new YamlPlaces(text);
        this.findings = findings;
    }

    /** The tree; missing, after adding why to the findings, if the text is no YAML. */
    JsonNode tree(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            findings.add(new Finding(
                    file, line, 0, e.getOriginalMessage().lines().findFirst().orElse("not YAML")));
            return MissingNode.getInstance();
        }
    }

    int line(String pointer) {
        return places.line(pointer);
    }

    /** Adds what is wrong at a JSON pointer. */
    void wrong(String pointer, String message) {
        findings.add(new Finding(file, line(pointer), 0, message));
    }
}
