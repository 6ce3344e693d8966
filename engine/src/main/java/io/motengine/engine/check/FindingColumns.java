package io.motengine.engine.check;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where on its line a finding stands: at the words that it speaks of. Neither the syntax tree of a rule nor the parser of YAML
 * keeps a column for most of what can be wrong.
 */
final class FindingColumns {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"|`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    private final ReleaseFiles files;
    private final Map<String, List<String>> lines = new HashMap<>();

    FindingColumns(ReleaseFiles files) {
        this.files = files;
    }

    /** The same finding with a column, if it has a line. */
    Finding located(Finding finding) {
        List<String> text = lines.computeIfAbsent(finding.file(), this::linesOf);
        if (finding.line() < 1 || finding.line() > text.size() || finding.column() > 0) {
            return finding;
        }
        String line = text.get(finding.line() - 1);
        return finding.at(finding.line(), column(line, finding.found()));
    }

    private List<String> linesOf(String file) {
        return files.files().getOrDefault(file, "").lines().toList();
    }

    private static int column(String line, String found) {
        for (String words : candidates(found)) {
            Matcher place = Pattern.compile("(?<![\\w-])" + Pattern.quote(words) + "(?![\\w-])")
                    .matcher(line);
            if (place.find()) {
                return place.start() + 1;
            }
        }
        return line.length() - line.stripLeading().length() + 1;
    }

    /** The most telling first: all of it, what follows the last colon, what is quoted, each word. */
    private static List<String> candidates(String found) {
        List<String> candidates = new ArrayList<>();
        for (int from = 0; from >= 0; from = next(found, from)) {
            candidates.add(found.substring(from).strip());
        }
        for (Matcher quoted = QUOTED.matcher(found); quoted.find(); ) {
            candidates.add(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
        }
        for (Matcher word = WORD.matcher(found); word.find(); ) {
            candidates.add(word.group());
        }
        candidates.removeIf(String::isBlank);
        return candidates;
    }

    private static int next(String found, int from) {
        int colon = found.indexOf(": ", from);
        return colon < 0 ? -1 : colon + 2;
    }
}
