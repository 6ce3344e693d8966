package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.governance.Reason;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.release.Spelling;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code expected.yaml}; words that nothing in the release can come to are findings. */
final class ExpectedReader {
    private final Release release;
    private final ZoneId zone;
    private final List<Finding> findings;

    ExpectedReader(Release release, List<Finding> findings) {
        this.release = release;
        this.zone = release.calendar().zone();
        this.findings = findings;
    }

    Expected.Partial yaml(String file, String text) {
        ScenarioYaml yaml = new ScenarioYaml(file, text, findings);
        JsonNode tree = yaml.tree(text);
        if (tree.isArray()) {
            return new Expected.Partial(entries("", tree, yaml), List.of(), Set.of());
        }
        for (String key : (Iterable<String>) tree::fieldNames) {
            if (!List.of("expect", "never", "nothingElse").contains(key)) {
                yaml.wrong(
                        "/" + key,
                        key + ": not known here (expected: "
                                + Spelling.choices(key, List.of("expect", "never", "nothingElse")) + ")");
            }
        }
        return new Expected.Partial(
                entries("/expect", tree.path("expect"), yaml),
                entries("/never", tree.path("never"), yaml),
                nothingElse(tree.path("nothingElse"), yaml));
    }

    private static Set<String> nothingElse(JsonNode node, ScenarioYaml yaml) {
        if (node.isMissingNode() || node.isBoolean()) {
            return node.asBoolean() ? Expected.Partial.EVERYTHING : Set.of();
        }
        Set<String> kinds = new TreeSet<>();
        for (JsonNode kind : node) {
            if (Kind.ALL.contains(kind.asText())) {
                kinds.add(kind.asText());
            } else {
                unknown("/nothingElse", "nothingElse", kind.asText(), Kind.ALL, yaml);
            }
        }
        if (kinds.isEmpty()) {
            yaml.wrong("/nothingElse", "nothingElse: " + node + " (expected: true, or kinds such as [action, moment])");
        }
        return kinds;
    }

    private List<Expectation> entries(String pointer, JsonNode list, ScenarioYaml yaml) {
        List<Expectation> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = pointer + "/" + i;
            JsonNode entry = list.get(i);
            String kind = Kind.of(entry);
            if (kind == null) {
                String first = entry.fieldNames().hasNext() ? entry.fieldNames().next() : entry.asText();
                unknown(place, "entry", first, Kind.ALL, yaml);
                continue;
            }
            check(place, kind, entry, yaml);
            try {
                all.add(new Expectation(yaml.line(place), members(entry)));
            } catch (IllegalArgumentException e) {
                yaml.wrong(place, e.getMessage());
            }
        }
        return all;
    }

    private ObjectNode members(JsonNode entry) {
        ObjectNode members = entry.deepCopy();
        if (members.has("at")) {
            members.put("time", time(members.remove("at").asText()));
        }
        if (members.has("until")) {
            members.put("until", time(members.get("until").asText()));
        }
        return members;
    }

    private String time(String text) {
        return new ScenarioTimes(zone).at(text).atZone(zone).toOffsetDateTime().toString();
    }

    private void check(String place, String kind, JsonNode entry, ScenarioYaml yaml) {
        for (String member : (Iterable<String>) entry::fieldNames) {
            if (!member.equals(kind) && !Kind.DETAILS.contains(member)) {
                yaml.wrong(
                        place + "/" + member,
                        member + ": not a member of " + kind + " (expected: " + Spelling.choices(member, Kind.DETAILS)
                                + ")");
            }
        }
        String name = entry.get(kind).asText();
        if (Kind.OF_STRATEGIES.contains(kind)) {
            known(place + "/" + kind, kind, name, release.cards().keySet(), yaml);
        }
        List<String> tellReason = List.of("dropped", "deferred", "withheld");
        if (tellReason.contains(kind) && entry.has("reason")) {
            List<String> reasons =
                    Arrays.stream(Reason.values()).map(Reason::code).toList();
            known(place + "/reason", "reason", entry.get("reason").asText(), reasons, yaml);
        }
        if (entry.has("channel")) {
            known(
                    place + "/channel",
                    "channel",
                    entry.get("channel").asText(),
                    release.catalog().channels().keySet(),
                    yaml);
        }
    }

    private static void known(String place, String what, String found, Collection<String> words, ScenarioYaml yaml) {
        if (!words.contains(found)) {
            unknown(place, what, found, words, yaml);
        }
    }

    private static void unknown(String place, String what, String found, Collection<String> words, ScenarioYaml yaml) {
        yaml.wrong(place, what + ": " + found + " (expected: " + Spelling.choices(found, words) + ")");
    }
}
