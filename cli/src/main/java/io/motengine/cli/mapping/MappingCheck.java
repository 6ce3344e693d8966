package io.motengine.cli.mapping;

import io.motengine.cli.Refusal;
import io.motengine.cli.mapping.Mapping.FileMapping;
import io.motengine.cli.mapping.Mapping.Join;
import io.motengine.cli.mapping.Mapping.Replace;
import io.motengine.cli.mapping.Mapping.RowRule;
import io.motengine.cli.mapping.Mapping.Time;
import io.motengine.cli.mapping.Mapping.Value;
import io.motengine.engine.release.Spelling;
import java.lang.reflect.RecordComponent;
import java.util.List;

/** What a mapping needs must be there, and what it names must exist in the contract. */
final class MappingCheck {
    private MappingCheck() {}

    /** Refuses with the place of the first thing that is wrong. */
    static void check(String name, Mapping mapping) {
        required(name + ": files", mapping.files());
        for (int i = 0; i < mapping.files().size(); i++) {
            check(name + ": files[" + i + "]", mapping.files().get(i));
        }
    }

    private static void check(String where, FileMapping file) {
        required(where + ".file", file.file());
        required(where + ".rows", file.rows());
        for (int i = 0; i < file.join().size(); i++) {
            Join join = file.join().get(i);
            required(where + ".join[" + i + "].file", join.file());
            required(where + ".join[" + i + "].on", join.on());
            required(where + ".join[" + i + "].take", join.take());
        }
        for (int i = 0; i < file.rows().size(); i++) {
            if (file.rows().get(i).skip() == null) {
                check(where + ".rows[" + i + "]", file.rows().get(i));
            }
        }
    }

    private static void check(String where, RowRule rule) {
        required(where + ".event", rule.event());
        required(where + ".id", rule.id());
        required(where + ".source", rule.source());
        required(where + ".time", rule.time());
        required(where + ".time.format", rule.time().format());
        checkFormat(where + ".time.format", rule.time());
        if (!EventShapes.knows(rule.event())) {
            throw new Refusal(where + ".event: " + rule.event() + " (expected: "
                    + Spelling.choices(rule.event(), EventShapes.types()) + ")");
        }
        List<String> known = EventShapes.fields(rule.event()).stream()
                .map(RecordComponent::getName)
                .toList();
        rule.fields().forEach((field, value) -> {
            if (!known.contains(field)) {
                throw new Refusal(where + ".fields." + field + ": not a field of " + rule.event() + " (expected: "
                        + Spelling.choices(field, known) + ")");
            }
            check(where + ".fields." + field, value);
        });
    }

    private static void check(String where, Value value) {
        for (Replace replace : value.replace()) {
            required(where + ".replace.pattern", replace.pattern());
            required(where + ".replace.with", replace.with());
        }
    }

    private static void checkFormat(String where, Time time) {
        try {
            Dates.check(time.format());
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    where + ": " + time.format()
                            + " (expected: unix-seconds, unix-millis, rfc3339 or a pattern such as yyyy-MM-dd HH:mm)",
                    e);
        }
    }

    private static void required(String where, Object value) {
        if (value == null || value.equals(List.of())) {
            throw new Refusal(where + ": missing (expected: a value)");
        }
    }
}
