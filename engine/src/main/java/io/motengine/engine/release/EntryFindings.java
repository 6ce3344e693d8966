package io.motengine.engine.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong in a YAML list of entries with ids, told with the entry's id and the line of the value. */
final class EntryFindings {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final String text;
    private final String key;
    private final FileFindings findings;
    private Map<String, String> places;

    EntryFindings(String file, ReleaseFiles files, List<Finding> findings) {
        this(file, files, "id", findings);
    }

    /** With the key that identifies an entry. */
    EntryFindings(String file, ReleaseFiles files, String key, List<Finding> findings) {
        this.text = String.valueOf(files.files().get(file));
        this.key = key;
        this.findings = new FileFindings(file, text, findings);
    }

    /**
     * Reports what was found and what was expected unless it holds; tells whether it does.
     *
     * @param pointer of the value within the entry, such as {@code /hours/from}
     */
    boolean require(boolean holds, String id, String pointer, String found, String expected) {
        return require(holds, id, pointer, found, expected, FindingCode.WRONG_VALUE);
    }

    /** The same for another kind of mistake. */
    boolean require(boolean holds, String id, String pointer, String found, String expected, FindingCode code) {
        return holds || findings.require(false, place(id) + pointer, id + ": " + found, expected, code);
    }

    /** Reports a name that is none of the known ones, with the one that was probably meant. */
    boolean known(String id, String pointer, String what, String name, Collection<String> known) {
        if (name != null && known.contains(name)) {
            return true;
        }
        String choices = Spelling.choices(String.valueOf(name), known);
        return require(false, id, pointer, what + ": " + name, choices, FindingCode.UNKNOWN_NAME);
    }

    private String place(String id) {
        if (places == null) {
            places = read();
        }
        return places.getOrDefault(id, "");
    }

    private Map<String, String> read() {
        Map<String, String> found = new HashMap<>();
        try {
            JsonNode list = MAPPER.readTree(text);
            for (int i = 0; i < list.size(); i++) {
                found.putIfAbsent(list.path(i).path(key).asText(), "/" + i);
            }
        } catch (JacksonException e) {
            return Map.of();
        }
        return found;
    }
}
