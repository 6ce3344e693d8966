package io.motengine.engine.release;

import java.util.List;
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
     */
    public record Finding(String file, int line, int column, String message) {
        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "") + ": " + message;
        }
    }
}
