package io.motengine.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Trees, for tests only: they read the contract with other eyes than the codec's. */
public final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private Json() {}

    public static JsonNode tree(byte[] json) throws IOException {
        return JSON.readTree(json);
    }

    public static JsonNode tree(Path file) throws IOException {
        return (file.toString().endsWith(".yaml") ? YAML : JSON).readTree(file.toFile());
    }
}
