package io.motengine.cli.replay;

import io.motengine.cli.mapping.RejectedRow;
import io.motengine.cli.process.RunDirectory;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Every rejected row, a line each, in {@code rejected.txt} beside the outputs; the file is there only if there is one. */
final class Rejections implements Closeable {
    private final Path file;
    private BufferedWriter writer;

    /** @param out null to keep the file in the run directory */
    Rejections(RunDirectory directory, Path out) {
        this.file = out == null ? directory.file("rejected.txt") : out.resolve("rejected.txt");
    }

    void add(RejectedRow row) {
        try {
            if (writer == null) {
                Files.createDirectories(file.getParent());
                writer = Files.newBufferedWriter(file);
            }
            writer.write(row.getMessage());
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
