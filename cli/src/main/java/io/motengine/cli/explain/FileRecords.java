package io.motengine.cli.explain;

import io.motengine.cli.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code mot replay --out} wrote: {@code decisions.jsonl}, and {@code actions.jsonl} beside it. */
final class FileRecords implements Records {
    private final Path decisions;

    /**
     * Takes the file, or the folder that it is in.
     *
     * @throws Refusal if there is no such file
     */
    FileRecords(Path given) {
        decisions = Files.isDirectory(given) ? given.resolve("decisions.jsonl") : given;
        if (!Files.isRegularFile(decisions)) {
            throw new Refusal("--from: " + decisions + " (expected: a file that ./mot replay --out has written)");
        }
    }

    @Override
    public String place() {
        return decisions.toString();
    }

    @Override
    public long decisions(Reader reader) {
        return read(decisions, reader);
    }

    @Override
    public long followUps(Reader reader) {
        Path actions = decisions.resolveSibling("actions.jsonl");
        return Files.isRegularFile(actions) ? read(actions, reader) : 0;
    }

    private static long read(Path file, Reader reader) {
        long lines = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                reader.read(line.getBytes(StandardCharsets.UTF_8));
                lines++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
