package io.motengine.engine.release;

import java.util.List;

/** Where a text stands in a file. */
final class Lines {
    private Lines() {}

    /** 1-based line of the first line that contains the words, or 0. */
    static int of(String text, String words) {
        if (text == null) {
            return 0;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        return 0;
    }
}
