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
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern COLON = Pattern.compile(": ");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    private static final int SHORTEST = 3;

    private final ReleaseFiles files;
    private final Map<String, List<String>> lines = new HashMap<>();

    FindingColumns(ReleaseFiles files) {
        this.files = files;
    }

    /** The same finding with a column, if it has a line; on a later line of the same rule if its words stand only there. */
    Finding located(Finding finding) {
        List<String> text = lines.computeIfAbsent(finding.file(), this::linesOf);
        if (finding.line() < 1 || finding.line() > text.size() || finding.column() > 0) {
            return finding;
        }
        for (List<String> words : List.of(parts(finding.found()), words(finding.found()))) {
            for (int i = finding.line() - 1; i < end(finding, text); i++) {
                int column = column(text.get(i), words);
                if (column > 0) {
                    return finding.at(i + 1, column);
                }
            }
        }
        String line = text.get(finding.line() - 1);
        int quoted = column(line, quoted(finding.found()));
        return finding.at(
                finding.line(),
                quoted > 0 ? quoted : line.length() - line.stripLeading().length() + 1);
    }

    private List<String> linesOf(String file) {
        return files.files().getOrDefault(file, "").lines().toList();
    }

    /** The index behind the last line that the finding can be about. */
    private static int end(Finding finding, List<String> text) {
        int end = finding.line();
        if (finding.file().endsWith(".drl")) {
            while (end < text.size() && !text.get(end).strip().equals("end")) {
                end++;
            }
        }
        return end;
    }

    /** 1-based, of the first of some words that stand by themselves; 0 if none does. */
    private static int column(String line, List<String> some) {
        for (String words : some) {
            String whole = Character.isLetterOrDigit(words.charAt(0)) ? "(?<![\\w$-])" : "";
            Matcher place =
                    Pattern.compile(whole + Pattern.quote(words) + "(?![\\w-])").matcher(line);
            if (place.find()) {
                return place.start() + 1;
            }
        }
        return 0;
    }

    /** The most telling first: what follows each colon, then what stands between two of them. */
    private static List<String> parts(String found) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from >= 0; from = next(found, from)) {
            parts.add(found.substring(from).strip());
        }
        for (String part : COLON.split(found, -1)) {
            if (!part.startsWith("rule \"")) {
                parts.add(part.strip());
            }
        }
        parts.removeIf(String::isBlank);
        return parts;
    }

    /** Of what follows the last colon, and then of all but a rule's name. */
    private static List<String> words(String found) {
        List<String> words = new ArrayList<>();
        String plain = found.replaceFirst("^rule \"[^\"]*\"", "");
        for (String part : List.of(plain.substring(plain.lastIndexOf(": ") + 1), plain)) {
            for (Matcher word = WORD.matcher(part); word.find(); ) {
                if (word.group().length() >= SHORTEST) {
                    words.add(word.group());
                }
            }
        }
        return words;
    }

    private static List<String> quoted(String found) {
        List<String> words = new ArrayList<>();
        for (Matcher quoted = QUOTED.matcher(found); quoted.find(); ) {
            words.add(quoted.group(1));
        }
        return words;
    }

    private static int next(String found, int from) {
        int colon = found.indexOf(": ", from);
        return colon < 0 ? -1 : colon + 2;
    }
}
