package io.motengine.engine.release;

import java.util.List;
import java.util.regex.Pattern;

/** The lines of one entry of a YAML list: from the line that names its id to the next entry at the same indent. */
final class ListEntry {
    private final List<String> lines;
    private final int first;
    private final int end;

    /** The {@code nth} entry (from 0) with that id; an id that is nowhere stands on line 0. */
    ListEntry(String text, String id, int nth) {
        this.lines = text.lines().toList();
        this.first = find(id, nth);
        this.end = first < 0 ? -1 : findEnd();
    }

    private int find(String id, int nth) {
        int left = nth;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches(".*\\bid:\\s*[\"']?" + Pattern.quote(id) + "(?![\\w-]).*") && left-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private int findEnd() {
        for (int i = first + 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("-")) {
                return i;
            }
        }
        return lines.size();
    }

    /** 1-based line of the first line of the entry with these words; the line of the id if there is none. */
    int line(String words) {
        for (int i = Math.max(first, 0); i < end; i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        return first + 1;
    }
}
