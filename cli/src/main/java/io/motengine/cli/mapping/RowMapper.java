package io.motengine.cli.mapping;

import io.motengine.cli.mapping.Mapping.FileMapping;
import io.motengine.cli.mapping.Mapping.RowRule;
import io.motengine.cli.mapping.Mapping.Value;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Turns rows of one file into events. */
final class RowMapper {
    private static final Value NOTHING = Value.of("");
    private final List<Rule> rules;

    RowMapper(FileMapping file, ZoneId zone) {
        this.rules = file.rows().stream().map(rule -> Rule.of(rule, zone)).toList();
    }

    /** The event of a row, or the reason why the mapping leaves it out. */
    Mapped map(Row row) throws RejectedRow {
        for (Rule rule : rules) {
            if (row.meets(rule.rule.when())) {
                return rule.map(row);
            }
        }
        return new Mapped(null, "no rule is for it");
    }

    /**
     * What became of a row.
     *
     * @param event null if the row is left out
     * @param skipped why; null if it became an event
     */
    record Mapped(MappedEvent event, String skipped) {}

    private record Rule(RowRule rule, Dates time, List<FieldReader> fields) {
        static Rule of(RowRule rule, ZoneId zone) {
            if (rule.skip() != null) {
                return new Rule(rule, null, List.of());
            }
            Dates time = new Dates(
                    rule.time().format(), rule.time().pivot(), zone, rule.time().at());
            List<FieldReader> fields = EventShapes.fields(rule.event()).stream()
                    .map(field -> reader(rule, field, zone))
                    .toList();
            return new Rule(rule, time, fields);
        }

        private static FieldReader reader(RowRule rule, RecordComponent field, ZoneId zone) {
            Value value = rule.fields().getOrDefault(field.getName(), NOTHING);
            return new FieldReader(field.getName(), field.getType(), value, zone);
        }

        Mapped map(Row row) throws RejectedRow {
            if (rule.skip() != null) {
                return new Mapped(null, rule.skip());
            }
            Object[] values = new Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = fields.get(i).read(row);
            }
            Instant at = time.instant(row, rule.time());
            String subject = rule.subject() == null ? "" : ValueReader.read("subject", rule.subject(), row);
            return new Mapped(
                    new MappedEvent(
                            ValueReader.read("id", rule.id(), row),
                            ValueReader.read("source", rule.source(), row),
                            subject.isEmpty() ? null : subject,
                            at,
                            EventShapes.body(rule.event(), values)),
                    null);
        }
    }
}
