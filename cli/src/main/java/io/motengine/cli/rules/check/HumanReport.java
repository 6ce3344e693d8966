package io.motengine.cli.rules.check;

import io.motengine.cli.screen.Width;
import io.motengine.engine.check.ReleaseCheck;
import io.motengine.engine.release.FindingCode.Severity;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Findings for a person: each with the line that it is about. */
final class HumanReport {
    private static final String RED = "\u001b[31;1m";
    private static final String YELLOW = "\u001b[33;1m";
    private static final String GREEN = "\u001b[32;1m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final ReleaseFiles files;
    private final Path directory;
    private final boolean colours;

    HumanReport(ReleaseFiles files, Path directory, boolean colours) {
        this.files = files;
        this.directory = directory;
        this.colours = colours;
    }

    List<String> of(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> finding(finding, lines));
        long errors = ReleaseCheck.errors(findings).count();
        long warnings = findings.size() - errors;
        String sum = directory + ": " + files.files().size() + " files, " + counted(errors, "error") + ", "
                + counted(warnings, "warning");
        lines.add(paint(errors > 0 ? RED : warnings > 0 ? YELLOW : GREEN, sum));
        return lines;
    }

    private void finding(Finding finding, List<String> lines) {
        boolean error = finding.code().severity() == Severity.ERROR;
        String colour = error ? RED : YELLOW;
        lines.add(place(finding) + ": " + paint(colour, error ? "error" : "warning") + " "
                + Width.printable(finding.found()) + " [" + finding.code().id() + "]");
        excerpt(finding, colour, lines);
        if (!finding.expected().isEmpty()) {
            lines.add("      expected: " + Width.printable(finding.expected()));
        }
        finding.meant().ifPresent(word -> lines.add("      " + paint(CYAN, "hint: did you mean " + word + "?")));
        lines.add("");
    }

    private static String place(Finding finding) {
        return finding.file()
                + (finding.line() > 0 ? ":" + finding.line() : "")
                + (finding.column() > 0 ? ":" + finding.column() : "");
    }

    private void excerpt(Finding finding, String colour, List<String> lines) {
        List<String> text =
                files.files().getOrDefault(finding.file(), "").lines().toList();
        if (finding.line() < 1 || finding.line() > text.size()) {
            return;
        }
        String line = text.get(finding.line() - 1);
        lines.add("%5d | %s".formatted(finding.line(), Width.printable(line)));
        if (finding.column() > 0) {
            String before = line.substring(0, Math.min(finding.column() - 1, line.length()));
            lines.add("      | " + " ".repeat(Width.of(Width.printable(before))) + paint(colour, "^"));
        }
    }

    private static String counted(long count, String what) {
        return (count == 0 ? "no" : String.valueOf(count)) + " " + what + (count == 1 ? "" : "s");
    }

    private String paint(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }
}
