package io.motengine.cli.mapping;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.motengine.cli.Refusal;
import io.motengine.engine.release.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads a mapping file; anything that is not understood is refused with file and line. */
public final class MappingFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(new JavaTimeModule())
            .build();

    private MappingFile() {}

    /**
     * Reads and checks a mapping.
     *
     * @throws Refusal if the file cannot be read or understood
     */
    public static Mapping read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new Refusal(file + ": cannot be read (expected: a mapping file in YAML)", e);
        }
    }

    static Mapping parse(String name, String text) {
        try {
            Mapping mapping = YAML.readValue(text, Mapping.class);
            MappingCheck.check(name, mapping);
            return mapping;
        } catch (JacksonException e) {
            throw new Refusal(name + line(e.getLocation()) + ": " + explain(e), e);
        }
    }

    private static String explain(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return path(unknown) + ": unknown key (expected: "
                    + Spelling.choices(
                            unknown.getPropertyName(),
                            unknown.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList())
                    + ")";
        }
        String where = e instanceof JsonMappingException mapping ? path(mapping) : "";
        String separator = where.isEmpty() ? "" : ": ";
        if (e instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            return where + separator + invalid.getCause().getMessage();
        }
        return where + separator + e.getOriginalMessage();
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String line(JsonLocation location) {
        return location == null ? "" : ":" + location.getLineNr();
    }
}
