package io.motengine.cli.process;

import io.motengine.cli.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one run keeps its data, its logs and the names of its processes. A second run in the same directory is refused while
 * the first lives; what a dead one left is cleaned up first.
 */
public final class RunDirectory implements AutoCloseable {
    private static final String PIDS = "pids";
    private final Path path;
    private final FileChannel channel;
    private final boolean keep;

    private RunDirectory(Path path, FileChannel channel, boolean keep) {
        this.path = path;
        this.channel = channel;
        this.keep = keep;
    }

    /**
     * Takes the directory for this run, empty.
     *
     * @param keep whether to leave everything there at the end
     * @throws Refusal if another run has it
     */
    public static RunDirectory open(Path path, boolean keep) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        Path lockFile = lockFile(absolute);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new Refusal(
                    "another run is using " + absolute
                            + "; wait until it has ended, stop it with Ctrl-C, or give this one a directory of its own with --run-dir");
        }
        RunDirectory directory = new RunDirectory(absolute, channel, keep);
        directory.endLeftOvers();
        directory.empty();
        return directory;
    }

    private static Path lockFile(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".lock");
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Notes a process that belongs to this run, so that the next run can end it should this one die without doing so. */
    public void remember(ProcessHandle process) {
        try {
            Files.writeString(file(PIDS), LeftOver.line(process), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endLeftOvers() throws IOException {
        for (String line : pidLines()) {
            LeftOver.parse(line).ifPresent(LeftOver::end);
        }
    }

    private List<String> pidLines() throws IOException {
        try {
            return Files.readAllLines(file(PIDS));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(path)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!keep) {
            empty();
            Files.deleteIfExists(path);
            Files.deleteIfExists(lockFile(path));
        }
        channel.close();
    }
}
