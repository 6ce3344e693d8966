package io.motengine.jobs.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.motengine.engine.release.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@link JobConfig} from YAML. */
public final class JobConfigFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .addModule(new SimpleModule()
                    .addDeserializer(Duration.class, new DurationText())
                    .addDeserializer(Instant.class, new InstantText()))
            .build();

    private JobConfigFile() {}

    /**
     * Reads and checks a configuration.
     *
     * @throws ConfigException with file, line, key, what was found and what was expected
     */
    public static JobConfig read(Path file) throws ConfigException {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read (expected: a YAML file): " + e, e);
        }
    }

    static JobConfig parse(String name, String text) throws ConfigException {
        if (text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"))) {
            return JobConfig.defaults();
        }
        try {
            return YAML.readValue(text, JobConfig.class);
        } catch (JacksonException e) {
            throw new ConfigException(name + line(e, text) + ": " + explain(e), e);
        }
    }

    private static String explain(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            return path(unknown) + ": unknown key (expected: " + Spelling.choices(unknown.getPropertyName(), known)
                    + ")";
        }
        if (e instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            String within = path(invalid);
            return (within.isEmpty() ? "" : within + ".") + invalid.getCause().getMessage();
        }
        if (e instanceof InvalidFormatException wrong) {
            return path(wrong) + ": " + wrong.getValue() + " (expected: " + expected(wrong) + ")";
        }
        String where = e instanceof JsonMappingException mapping ? path(mapping) + ": " : "";
        return where + e.getOriginalMessage();
    }

    private static String expected(InvalidFormatException wrong) {
        Class<?> type = wrong.getTargetType();
        if (type.isEnum()) {
            return Arrays.stream(type.getFields())
                    .map(field -> field.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class))
                    .map(com.fasterxml.jackson.annotation.JsonProperty::value)
                    .collect(Collectors.joining(" or "));
        }
        if (type == Duration.class || type == Instant.class) {
            String message = wrong.getOriginalMessage();
            return message.substring(message.lastIndexOf(": ") + 2);
        }
        return type.getSimpleName();
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String line(JacksonException e, String text) {
        try {
            if (e instanceof JsonMappingException mapping) {
                return new YamlLines(text).of(path(mapping));
            }
        } catch (IOException broken) {
            // Then the text is no YAML, and the parser's own place is the right one.
        }
        return e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
    }
}
