package io.motengine.schemas.release;

import io.motengine.schemas.hash.Sha256;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One complete, versioned set of rules, cards, catalog and policies, as text by path.
 *
 * <p>Line ends are {@code \n}, so that a release is the same whichever machine it was checked out on. Serializable, so that
 * a job carries its release from where it was submitted to where it runs. Two releases with the same files are equal.
 */
public final class ReleaseFiles implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ID_DIGITS = 16;
    private final TreeMap<String, String> files = new TreeMap<>();

    /** Paths are relative, with {@code /}, such as {@code moments/salary-received.drl}. */
    public ReleaseFiles(Map<String, String> files) {
        files.forEach((path, content) -> this.files.put(path, content.replace("\r\n", "\n")));
    }

    /**
     * Reads the files that make a release, and leaves everything else in the directory alone (scenarios, notes).
     *
     * @throws IOException if the directory is missing, holds no such file, or a file is not UTF-8; the message says which
     */
    public static ReleaseFiles read(Path directory) throws IOException {
        return new ReleaseFiles(ReleaseDirectory.read(directory));
    }

    /** By path, sorted; cannot be changed. */
    public Map<String, String> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** Content hash, 16 hex digits: the same files give the same id on every machine. */
    public String id() {
        StringBuilder all = new StringBuilder();
        files.forEach(
                (path, content) -> all.append(path).append('\0').append(content).append('\0'));
        return Sha256.hex(all.toString()).substring(0, ID_DIGITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReleaseFiles that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return "release " + id() + " of " + files.size() + " files";
    }
}
