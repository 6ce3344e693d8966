package io.motengine.engine.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * What a filter asks of one member: one of some values, or a number (money in whole units of the base currency) in a range.
 *
 * <p>In YAML {@code [salary, pension]} or {@code { atLeast: 1000, below: 5000 }}.
 *
 * @param values allowed texts as on the wire; empty for a range
 * @param atLeast null for no lower bound
 * @param below null for no upper bound
 */
public record Condition(List<String> values, BigDecimal atLeast, BigDecimal below) {
    public Condition {
        values = List.copyOf(values);
    }

    /** From YAML: a list of words, or a range. */
    @JsonCreator
    public static Condition of(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.asText()));
            if (values.isEmpty()) {
                throw new IllegalArgumentException("[] (expected: one value or more)");
            }
            return new Condition(values, null, null);
        }
        BigDecimal atLeast = null;
        BigDecimal below = null;
        if (node.isObject()) {
            for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (!node.get(name).isNumber()) {
                    throw new IllegalArgumentException(name + ": " + node.get(name) + " (expected: a number)");
                }
                switch (name) {
                    case "atLeast" -> atLeast = node.get(name).decimalValue();
                    case "below" -> below = node.get(name).decimalValue();
                    default -> throw new IllegalArgumentException(name + ": unknown key (expected: atLeast and below)");
                }
            }
        }
        if (Objects.isNull(atLeast) && Objects.isNull(below)) {
            throw new IllegalArgumentException(
                    node + " (expected: a list of values such as [salary], or a range such as { atLeast: 1000 })");
        }
        return new Condition(values, atLeast, below);
    }

    public boolean isRange() {
        return values.isEmpty();
    }
}
