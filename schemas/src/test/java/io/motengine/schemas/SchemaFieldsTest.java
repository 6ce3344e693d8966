package io.motengine.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps schemas and records in step: a field that is added to one must be added to the other. */
class SchemaFieldsTest {
    /** What an output has in the envelope rather than in its data. */
    private static final Set<String> IN_ENVELOPE = Set.of("id", "customer", "time", "now", "what");

    @ParameterizedTest
    @MethodSource("types")
    void properties_areTheComponentsOfTheRecord(String type) throws IOException {
        Class<?> record = Contract.recordsByType().get(type);
        JsonNode data = schema(type).at("/$defs/data");

        Set<String> expected = names(record);
        if (!EventBody.class.isAssignableFrom(record)) {
            expected.removeAll(IN_ENVELOPE);
        }
        assertThat(properties(data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("types")
    void nestedProperties_areTheComponentsOfTheNestedRecord(String type) throws IOException {
        for (RecordComponent component : Contract.recordsByType().get(type).getRecordComponents()) {
            Class<?> nested = nestedRecord(component);
            if (nested != null) {
                JsonNode member = schema(type).at("/$defs/data/properties/" + component.getName());
                assertThat(properties(object(member))).as(component.getName()).isEqualTo(names(nested));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyField_isDescribedAndHasAnExample(String type) throws IOException {
        List<String> bare = new ArrayList<>();
        collectBare(schema(type).at("/$defs/data"), "data", bare);

        assertThat(bare).isEmpty();
    }

    private static void collectBare(JsonNode object, String path, List<String> bare) {
        object.path("properties").properties().forEach(property -> {
            JsonNode field = property.getValue();
            String name = path + "." + property.getKey();
            boolean group = field.has("properties");
            if (!field.has("description") || !(field.has("examples") || group)) {
                bare.add(name);
            }
            collectBare(field, name, bare);
            collectBare(field.path("items"), name + "[]", bare);
        });
    }

    private static JsonNode schema(String type) throws IOException {
        return Json.tree(Contract.SCHEMAS.resolve(type + ".schema.json"));
    }

    private static JsonNode object(JsonNode member) throws IOException {
        if (member.has("items")) {
            return member.get("items");
        }
        return member.has("$ref")
                ? Json.tree(Contract.SCHEMAS.resolve("common.schema.json")).at("/$defs/origin")
                : member;
    }

    /** The record inside a component, unless it is money, which the wire has as a bare amount. */
    private static Class<?> nestedRecord(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.getGenericType() instanceof ParameterizedType list && type == List.class) {
            type = (Class<?>) list.getActualTypeArguments()[0];
        }
        return type.isRecord() && type != Money.class ? type : null;
    }

    private static Set<String> names(Class<?> record) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(component.getName());
            if (component.getType() == Money.class) {
                names.add("currency");
            }
        }
        return names;
    }

    private static Set<String> properties(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Set<String> types() {
        return Contract.types();
    }
}
