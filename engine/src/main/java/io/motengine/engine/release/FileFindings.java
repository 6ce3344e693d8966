package io.motengine.engine.release;

import io.motengine.engine.release.ReleaseException.Finding;
import java.util.Collection;
import java.util.List;

/** What is wrong in one YAML file, told with the line of the value that is wrong. */
final class FileFindings {
    private final String file;
    private final String text;
    private final List<Finding> findings;
    private YamlPlaces places;

    FileFindings(String file, String text, List<Finding> findings) {
        this.file = file;
        this.text = text;
        this.findings = findings;
    }

    /** Reports what was found and what was expected unless it holds; tells whether it does. */
    boolean require(boolean holds, String pointer, String found, String expected) {
        return require(holds, pointer, found, expected, FindingCode.WRONG_VALUE);
    }

    /** The same for another kind of mistake. */
    boolean require(boolean holds, String pointer, String found, String expected, FindingCode code) {
        if (!holds) {
            if (places == null) {
                places = new YamlPlaces(text);
            }
            findings.add(new Finding(file, places.line(pointer), 0, found + " (expected: " + expected + ")", code));
        }
        return holds;
    }

    /** Findings so far, of this file and all others. */
    int count() {
        return findings.size();
    }

    /** Reports a name that is none of the known ones, with the one that was probably meant. */
    boolean known(String pointer, String what, String name, Collection<String> known) {
        return known(pointer, what, name, known, FindingCode.UNKNOWN_NAME);
    }

    /** The same for another kind of mistake. */
    boolean known(String pointer, String what, String name, Collection<String> known, FindingCode code) {
        if (name != null && known.contains(name)) {
            return true;
        }
        String found = String.valueOf(name);
        return require(false, pointer, what + ": " + found, Spelling.choices(found, known), code);
    }
}
