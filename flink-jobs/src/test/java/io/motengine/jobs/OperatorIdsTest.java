package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OperatorIdsTest {
    @Test
    void areWhatSavepointsKnow() {
        assertThat(constants())
                .isEqualTo(Map.of(
                        "TRANSACTIONS", "transactions",
                        "CLICKS", "clicks",
                        "CONTEXT", "context",
                        "TRIAGE_TRANSACTIONS", "triage-transactions",
                        "TRIAGE_CLICKS", "triage-clicks",
                        "TRIAGE_CONTEXT", "triage-context",
                        "DECIDE", "decide",
                        "OUTPUTS", "outputs"));
    }

    private static Map<String, Object> constants() {
        Map<String, Object> constants = new TreeMap<>();
        Arrays.stream(OperatorIds.class.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .forEach(field -> constants.put(field.getName(), value(field)));
        return constants;
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
