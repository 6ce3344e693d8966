package io.motengine.schemas.release;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * One complete, versioned set of rules, cards, catalog and policies, as text by path.
 *
 * <p>Serializable, so that a job carries its release from where it was submitted to where it runs.
 */
public final class ReleaseFiles implements Serializable {
    private static final long serialVersionUID = 1L;
    private final TreeMap<String, String> files;

    /** Paths are relative, with {@code /}, such as {@code moments/salary-received.drl}. */
    public ReleaseFiles(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    public Map<String, String> files() {
        return Map.copyOf(files);
    }
}
