package io.motengine.engine.release;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A release does not compile. The message lists every finding, one a line. */
public final class ReleaseException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Finding> findings;

    public ReleaseException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /**
     * One thing wrong in a release.
     *
     * @param line 1-based; 0 if it cannot be told
     * @param column 1-based; 0 if it cannot be told
     * @param message what was found and what was expected
     * @param code the kind of mistake
     */
    public record Finding(String file, int line, int column, String message, FindingCode code) {
        private static final Pattern HINT = Pattern.compile("did you mean ([^?]+)\\?");
        private static final String EXPECTED = " (expected: ";

        /** Of the most general kind that fits the file. */
        public Finding(String file, int line, int column, String message) {
            this(
                    file,
                    line,
                    column,
                    message,
                    file.endsWith(".drl") ? FindingCode.DRL_NOT_ALLOWED : FindingCode.WRONG_VALUE);
        }

        /** The same, in that place. */
        public Finding at(int newLine, int newColumn) {
            return new Finding(file, newLine, newColumn, message, code);
        }

        /** What stands in the file. */
        public String found() {
            int expected = message.indexOf(EXPECTED);
            return expected < 0 ? message : message.substring(0, expected);
        }

        /** What should stand there; empty if only what was found is known to be wrong. */
        public String expected() {
            int expected = message.indexOf(EXPECTED);
            if (expected < 0) {
                return "";
            }
            String rest = message.substring(expected + EXPECTED.length());
            return rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
        }

        /** The word that was probably meant. */
        public Optional<String> meant() {
            Matcher hint = HINT.matcher(message);
            return hint.find() ? Optional.of(hint.group(1)) : Optional.empty();
        }

        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "") + ": " + message;
        }
    }
}
