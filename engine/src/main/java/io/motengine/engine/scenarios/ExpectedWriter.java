package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Writes what came of a scenario as {@code expected.yaml}. What the author left out stays out: an expectation keeps the members that
 * it had, and where not everything was expected, nothing is added.
 */
final class ExpectedWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_./+-]*");

    private ExpectedWriter() {}

    /** @param before what was expected until now; null if nothing was, and then everything is */
    static String yaml(Expected.Partial before, List<ObjectNode> found, String header) {
        Set<String> nothingElse = before == null ? Expected.Partial.EVERYTHING : before.nothingElse();
        List<ObjectNode> entries = new ArrayList<>();
        Matching matching = before == null ? null : new Matching(before.all(), found);
        boolean[] done = new boolean[found.size()];
        if (before != null) {
            for (int i = 0; i < before.all().size(); i++) {
                int line = matching.lineOf(i) == Matching.NONE ? matching.nearest(i) : matching.lineOf(i);
                if (line != Matching.NONE && !done[line]) {
                    done[line] = true;
                    entries.add(as(before.all().get(i).members(), found.get(line)));
                }
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (!done[i] && nothingElse.contains(Kind.of(found.get(i)))) {
                entries.add(found.get(i));
            }
        }
        StringBuilder text = new StringBuilder(header);
        if (nothingElse.equals(Expected.Partial.EVERYTHING)) {
            text.append("nothingElse: true\n");
        } else if (!nothingElse.isEmpty()) {
            text.append("nothingElse: [")
                    .append(String.join(", ", nothingElse.stream().sorted().toList()))
                    .append("]\n");
        }
        list(text, "expect", entries);
        if (before != null && !before.never().isEmpty()) {
            list(
                    text,
                    "never",
                    before.never().stream().map(Expectation::members).toList());
        }
        return text.toString();
    }

    /** The members that were named, with the values that came. */
    private static ObjectNode as(ObjectNode named, ObjectNode line) {
        ObjectNode entry = line.deepCopy();
        String kind = Kind.of(line);
        Set<String> keep = new TreeSet<>();
        named.fieldNames().forEachRemaining(keep::add);
        List<String> members = new ArrayList<>();
        line.fieldNames().forEachRemaining(members::add);
        members.stream()
                .filter(member -> !keep.contains(member) && !member.equals(kind))
                .forEach(entry::remove);
        return entry;
    }

    private static void list(StringBuilder text, String key, List<ObjectNode> entries) {
        text.append(key).append(entries.isEmpty() ? ": []\n" : ":\n");
        for (ObjectNode entry : entries) {
            String indent = "  - ";
            for (Map.Entry<String, JsonNode> member : entry.properties()) {
                String name = member.getKey().equals("time") ? "at" : member.getKey();
                text.append(indent)
                        .append(name)
                        .append(": ")
                        .append(value(member.getValue()))
                        .append('\n');
                indent = "    ";
            }
        }
    }

    private static String value(JsonNode value) {
        String text = value.asText();
        boolean ambiguous = text.matches("(?i)true|false|null|yes|no|on|off|[\\d._+-]+");
        if (value.isNumber() || isTime(text) || (PLAIN.matcher(text).matches() && !ambiguous)) {
            return text;
        }
        // JSON's quotes are YAML's.
        return value.toString();
    }

    private static boolean isTime(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+([+-]\\d\\d:\\d\\d|Z)");
    }
}
