package io.motengine.jobs;

import static java.util.Map.entry;
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
                .isEqualTo(Map.ofEntries(
                        entry("TRANSACTIONS", "transactions"),
                        entry("CLICKS", "clicks"),
                        entry("CONTEXT", "context"),
                        entry("INTERNAL", "internal"),
                        entry("TRIAGE_TRANSACTIONS", "triage-transactions"),
                        entry("TRIAGE_CLICKS", "triage-clicks"),
                        entry("TRIAGE_CONTEXT", "triage-context"),
                        entry("TRIAGE_INTERNAL", "triage-internal"),
                        entry("DECIDE", "decide"),
                        entry("OUTPUTS", "outputs"),
                        entry("TOLD", "told"),
                        entry("ALLOCATE", "allocate"),
                        entry("ALLOCATED", "allocated")));
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
