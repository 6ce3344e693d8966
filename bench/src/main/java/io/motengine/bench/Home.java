package io.motengine.bench;

import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this checkout's files are: the folder that has {@code bench/reference}, from the working directory upwards. */
public final class Home {
    private static final Path REFERENCE = Path.of("bench", "reference");

    private Home() {}

    /** The root of the checkout. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(REFERENCE))) {
                return folder;
            }
        }
        throw new IllegalStateException("working directory: " + Path.of("").toAbsolutePath()
                + " (expected: inside a checkout, with bench/reference)");
    }

    /** The release that throughput, latency and cost are stated for: 200 rules, 50 cards, 25 features, 10 patterns. */
    public static ReleaseFiles referenceRelease() {
        try {
            return ReleaseFiles.read(root().resolve(REFERENCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
