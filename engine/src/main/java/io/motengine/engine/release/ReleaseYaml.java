package io.motengine.engine.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.time.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the YAML files of a release strictly: unknown keys, repeated keys and wrong types are findings with line and column. */
final class ReleaseYaml {
    private static final ObjectMapper MAPPER = YAMLMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Duration.class, new DurationReader()))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
            .build();

    private ReleaseYaml() {}

    /** The file's content, or nothing after adding what is wrong with it to the findings. */
    static <T> Optional<T> read(String file, String text, TypeReference<T> type, List<Finding> findings) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                findings.add(new Finding(file, 1, 1, "empty (expected: YAML)", FindingCode.YAML_SYNTAX));
            }
            return Optional.ofNullable(value);
        } catch (UnrecognizedPropertyException e) {
            Set<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .collect(Collectors.toCollection(TreeSet::new));
            String expected = known.toString();
            // The parser stands behind the value by now: the key itself says where it is.
            int line = Lines.of(text, e.getPropertyName() + ":");
            findings.add(new Finding(
                    file,
                    line,
                    0,
                    e.getPropertyName() + ": unknown key (expected: " + Spelling.suggestion(e.getPropertyName(), known)
                            + "one of " + expected + ")",
                    FindingCode.UNKNOWN_KEY));
        } catch (JacksonException e) {
            findings.add(YamlWords.finding(file, e));
        }
        return Optional.empty();
    }

    /** Reads {@code 90s}, {@code 10m}, {@code 24h}, {@code 30d}. */
    private static final class DurationReader extends StdScalarDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Durations.parse(parser.getText());
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, e.getMessage(), e);
            }
        }
    }
}
