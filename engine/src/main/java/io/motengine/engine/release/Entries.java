package io.motengine.engine.release;

import java.util.List;
import java.util.regex.Pattern;

/** Where the entries of a YAML list stand in a file, and their keys in them. */
final class Entries {
    private final List<String> lines;

    /** Of a file's text; null if there is no such file. */
    Entries(String text) {
        this.lines = text == null ? List.of() : text.lines().toList();
    }

    /** 1-based line of a key in the entry with that id; the entry's own if the key is not there, 0 if the entry is not either. */
    int line(String id, String key) {
        Pattern identity = Pattern.compile("\\bid:\\s*[\"']?" + Pattern.quote(id) + "(?![\\w-])");
        Pattern wanted = Pattern.compile("(?<![\\w-])" + Pattern.quote(key) + "[\"']?\\s*:");
        for (int i = 0; i < lines.size(); i++) {
            if (identity.matcher(lines.get(i)).find()) {
                return found(begin(i), i, wanted);
            }
        }
        return 0;
    }

    private int begin(int line) {
        int begin = line;
        while (begin > 0 && !lines.get(begin).startsWith("-")) {
            begin--;
        }
        return begin;
    }

    private int found(int begin, int line, Pattern wanted) {
        for (int i = begin; i < lines.size() && (i == begin || !lines.get(i).startsWith("-")); i++) {
            if (wanted.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return line + 1;
    }
}
