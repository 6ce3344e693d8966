package io.motengine.engine.check;

import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How files of rules are written: for whoever reads them next. Warnings only, on the text alone. */
final class StyleLint {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?[a-z0-9]+(-[a-z0-9]+)*\\.(drl|yaml)");
    private static final Pattern RULE = Pattern.compile("^\\s*rule\\s+(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern SENTENCE = Pattern.compile("\\S+(\\s+\\S+){2,}");
    private static final Pattern PATTERN = Pattern.compile("(?<![\\w.\"(])(?:\\$\\w+\\s*:\\s*)?[A-Z]\\w*\\s*\\(");
    private static final List<String> HEADER = List.of("Question:", "Owner:", "Since:");
    private static final int HEADER_LINES = 8;

    private final String file;
    private final List<String> lines;
    private final List<Finding> findings;

    private StyleLint(String file, String text, List<Finding> findings) {
        this.file = file;
        this.lines = text.lines().toList();
        this.findings = findings;
    }

    static void check(ReleaseFiles files, List<Finding> findings) {
        files.files().forEach((path, text) -> {
            StyleLint lint = new StyleLint(path, text, findings);
            lint.fileName();
            if (path.endsWith(".drl")) {
                lint.header();
                lint.rules();
            }
        });
    }

    private void fileName() {
        if (!FILE.matcher(file).matches()) {
            report(
                    0,
                    "the file's name (expected: kebab-case, such as salary-received.drl)",
                    FindingCode.STYLE_FILE_NAME);
        }
    }

    private void header() {
        String head = String.join(
                "\n",
                lines.stream()
                        .takeWhile(line -> line.isBlank() || line.startsWith("//"))
                        .limit(HEADER_LINES)
                        .toList());
        List<String> missing =
                HEADER.stream().filter(word -> !head.contains(word)).toList();
        if (!missing.isEmpty()) {
            report(
                    1,
                    "header without " + String.join(", ", missing)
                            + " (expected: // Question: …? and // Owner: …. Since: yyyy-mm. above the first rule)",
                    FindingCode.STYLE_HEADER);
        }
    }

    private void rules() {
        boolean then = false;
        int conclusions = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String code = line.replaceFirst("//.*", "").strip();
            Matcher rule = RULE.matcher(line);
            if (rule.find()) {
                name(i + 1, rule.group(1) == null ? rule.group(2) : rule.group(1));
                then = false;
            } else if (code.equals("then")) {
                then = true;
                conclusions = 0;
            } else if (code.equals("end")) {
                then = false;
            } else if (then && !code.isEmpty()) {
                conclusions++;
                if (conclusions == 2) {
                    report(i + 1, "a second line of then (expected: one line that concludes)", FindingCode.STYLE_LINES);
                }
            } else if (!then) {
                patterns(i + 1, code);
            }
        }
    }

    private void name(int line, String name) {
        if (!SENTENCE.matcher(name).matches()) {
            report(
                    line,
                    "rule \"" + name + "\" (expected: a business sentence, such as \"a salary was credited\")",
                    FindingCode.STYLE_RULE_NAME);
        }
    }

    private void patterns(int line, String code) {
        String unquoted = code.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
        List<MatchResult> patterns = PATTERN.matcher(unquoted).results().toList();
        if (patterns.size() > 1 && !unquoted.startsWith("accumulate") && !unquoted.startsWith("forall")) {
            report(
                    line,
                    unquoted.substring(patterns.get(1).start()) + ": a second pattern (expected: one a line)",
                    FindingCode.STYLE_LINES);
        }
    }

    private void report(int line, String message, FindingCode code) {
        findings.add(new Finding(file, line, 0, message, code));
    }
}
