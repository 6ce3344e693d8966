package io.motengine.cli.rules.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.events.Condition;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.features.Aggregate;
import io.motengine.engine.release.DateRange;
import io.motengine.engine.scorecards.Points;
import io.motengine.engine.scorecards.Share;
import io.motengine.engine.strategies.Rung;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the JSON Schema of a YAML file from the records that it is read into. */
final class SchemaWriter {
    private static final String DURATION = "^\\d+(s|m|h|d)$";
    private static final String DATE = "^\\d{4}-\\d{2}-\\d{2}$";

    /** Not for authors: the engine fills it in. */
    private static final Set<String> HIDDEN = Set.of("StrategyCard.variant");

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("Policy", List.of("currency", "tiers", "stages")),
            Map.entry("Calendar", List.of("zone", "tick")),
            Map.entry("FeatureDeclaration", List.of("id", "event", "aggregate", "window")),
            Map.entry("PatternSpec", List.of("id", "steps", "within")),
            Map.entry("ScorecardSpec", List.of("id", "label", "for", "indicators", "levels")),
            Map.entry("LifeCycleSpec", List.of("initial", "stages")),
            Map.entry(
                    "StrategyCard",
                    List.of(
                            "id",
                            "name",
                            "owner",
                            "content",
                            "priority",
                            "ladder",
                            "goal",
                            "maxAge",
                            "expiresAfter",
                            "valid")),
            Map.entry("Variant", List.of("card")),
            Map.entry("Product", List.of("id", "name")),
            Map.entry("Channel", List.of("id", "name")),
            Map.entry("Benefit", List.of("id", "name", "kind", "expiresAfter")),
            Map.entry("ContentText", List.of("id", "languages")));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SchemaWriter() {}

    /** As a file's text. */
    static String of(AuthoredFile file) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", file.title());
        ObjectNode content =
                switch (file.form()) {
                    case ONE -> record(file.type());
                    case LIST -> {
                        ObjectNode list = MAPPER.createObjectNode().put("type", "array");
                        list.set("items", record(file.type()));
                        yield list;
                    }
                    case BY_KIND -> {
                        ObjectNode kinds =
                                MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
                        ObjectNode properties = kinds.putObject("properties");
                        properties.set("person", record(file.type()));
                        properties.set("company", record(file.type()));
                        yield kinds;
                    }
                };
        schema.setAll(content);
        return schema.toPrettyString() + "\n";
    }

    private static ObjectNode record(Class<?> type) {
        ObjectNode schema = MAPPER.createObjectNode().put("type", "object");
        Javadoc javadoc = Javadoc.of(type);
        describe(schema, javadoc.summary());
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : type.getRecordComponents()) {
            String key = type.getSimpleName() + "." + component.getName();
            if (!HIDDEN.contains(key)) {
                ObjectNode property = value(component.getGenericType());
                special(key, property);
                describe(property, javadoc.of(component.getName()));
                properties.set(name(component), property);
            }
        }
        List<String> required = REQUIRED.get(type.getSimpleName());
        if (required != null) {
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema;
    }

    private static void describe(ObjectNode schema, String words) {
        if (!words.isEmpty()) {
            schema.put("description", words);
        }
    }

    private static void special(String key, ObjectNode property) {
        switch (key) {
            case "FeatureDeclaration.aggregate" ->
                words(
                        property,
                        Arrays.stream(Aggregate.values()).map(Aggregate::word).toList());
            case "FeatureDeclaration.event", "Step.event", "Goal.event", "Threshold.event" -> {
                ArrayNode examples = property.putArray("examples");
                new TreeSet<>(KnownEvents.OF_THE_CONTRACT.types()).forEach(examples::add);
            }
            case "StrategyCard.priority" -> property.put("minimum", 1).put("maximum", 100);
            case "HoldOut.share" -> property.put("minimum", 0).put("maximum", 1);
            default -> {}
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static ObjectNode value(Type type) {
        ObjectNode schema = MAPPER.createObjectNode();
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (Collection.class.isAssignableFrom(raw)) {
                schema.put("type", "array").set("items", value(last));
            } else {
                schema.put("type", "object").set("additionalProperties", value(last));
            }
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return words(
                    schema,
                    Arrays.stream(plain.getEnumConstants())
                            .map(SchemaWriter::word)
                            .toList());
        }
        ObjectNode written = written(plain, schema);
        return written == null ? record(plain) : written;
    }

    /** Types that are no records, or that are written in a way of their own; null for all others. */
    private static ObjectNode written(Class<?> type, ObjectNode schema) {
        if (type == String.class || type == ZoneId.class) {
            return schema.put("type", "string");
        } else if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return schema.put("type", "integer");
        } else if (type == BigDecimal.class) {
            return schema.put("type", "number");
        } else if (type == Share.class) {
            schema.putArray("type").add("number").add("string");
            return schema.put("pattern", "^\\d+(\\.\\d+)?%$");
        } else if (type == Duration.class) {
            return schema.put("type", "string").put("pattern", DURATION);
        } else if (type == LocalDate.class) {
            return schema.put("type", "string").put("pattern", DATE);
        } else if (type == LocalTime.class) {
            return schema.put("type", "string").put("pattern", "^\\d{2}:\\d{2}(:\\d{2})?$");
        } else if (type == DateRange.class) {
            return schema.put("type", "string")
                    .put("pattern", DATE.replace("$", "") + "(\\.\\.\\d{4}-\\d{2}-\\d{2})?$");
        } else if (type == Points.class) {
            schema.put("type", "array")
                    .putObject("items")
                    .put("type", "array")
                    .put("minItems", 2)
                    .put("maxItems", 2)
                    .putObject("items")
                    .put("type", "number");
            return schema;
        } else if (type == Rung.class || type == Condition.class) {
            ArrayNode ways = schema.putArray("anyOf");
            if (type == Rung.class) {
                ways.addObject().put("type", "string");
            } else {
                ways.addObject().put("type", "array").put("minItems", 1);
            }
            ways.add(alternative(type));
            return schema;
        }
        return null;
    }

    private static ObjectNode alternative(Class<?> type) {
        ObjectNode schema = record(type);
        ((ObjectNode) schema.path("properties")).remove("values");
        return schema;
    }

    private static ObjectNode words(ObjectNode schema, List<String> words) {
        schema.removeAll();
        ArrayNode known = schema.put("type", "string").putArray("enum");
        words.forEach(known::add);
        return schema;
    }

    static String word(Object constant) {
        String name = ((Enum<?>) constant).name();
        try {
            JsonProperty named = constant.getClass().getField(name).getAnnotation(JsonProperty.class);
            return named == null ? name.toLowerCase(Locale.ROOT) : named.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
