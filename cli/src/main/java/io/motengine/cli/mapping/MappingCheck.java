package io.motengine.cli.mapping;

import io.motengine.cli.Refusal;
import io.motengine.cli.mapping.Mapping.FileMapping;
import io.motengine.cli.mapping.Mapping.RowRule;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** What a mapping names must exist in the contract. */
final class MappingCheck {
    private MappingCheck() {}

    static void check(String name, Mapping mapping) {
        for (FileMapping file : mapping.files()) {
            for (int i = 0; i < file.rows().size(); i++) {
                RowRule rule = file.rows().get(i);
                if (rule.skip() == null) {
                    check(name + ": " + file.file() + ", rows[" + i + "]", rule);
                }
            }
        }
    }

    private static void check(String where, RowRule rule) {
        if (!EventShapes.knows(rule.event())) {
            throw new Refusal(where + ".event: " + rule.event() + " (expected: "
                    + Spelling.choices(rule.event(), EventShapes.types()) + ")");
        }
        List<String> known = EventShapes.fields(rule.event()).stream()
                .map(RecordComponent::getName)
                .toList();
        for (String field : rule.fields().keySet()) {
            if (!known.contains(field)) {
                throw new Refusal(where + ".fields." + field + ": not a field of " + rule.event() + " (expected: "
                        + Spelling.choices(field, known) + ")");
            }
        }
    }
}
