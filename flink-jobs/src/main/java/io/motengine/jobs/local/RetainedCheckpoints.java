package io.motengine.jobs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Complete checkpoints below a directory, as a killed process leaves them. */
final class RetainedCheckpoints {
    static final String COMPLETE = "_metadata";
    private static final int DEPTH = 3;

    private RetainedCheckpoints() {}

    /** The newest one; empty for a first start. */
    static Optional<Path> newest(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(directory, DEPTH)) {
            return files.filter(file -> file.getFileName().toString().equals(COMPLETE))
                    .max(Comparator.comparing(RetainedCheckpoints::written))
                    .map(Path::getParent);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
