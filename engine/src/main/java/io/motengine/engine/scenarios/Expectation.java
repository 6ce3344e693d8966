package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * Something that is to come, or not to come, of a scenario: a line with these members, whatever else it says.
 *
 * @param line of the file on which it stands, from 1
 * @param members as lines have them, {@code time} included if it was given
 */
record Expectation(int line, ObjectNode members) {
    boolean matches(ObjectNode found) {
        return misses(found) == 0;
    }

    /** How many of the members the line has otherwise. */
    int misses(ObjectNode found) {
        int misses = 0;
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (!same(member.getKey(), member.getValue(), found.path(member.getKey()))) {
                misses++;
            }
        }
        return misses;
    }

    private static boolean same(String name, JsonNode expected, JsonNode found) {
        if (found.isMissingNode()) {
            return false;
        }
        return List.of("time", "until").contains(name)
                ? OffsetDateTime.parse(expected.asText()).isEqual(OffsetDateTime.parse(found.asText()))
                : expected.asText().equals(found.asText());
    }
}
