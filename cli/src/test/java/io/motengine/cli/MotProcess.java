package io.motengine.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The command as people run it: a process of its own, from the laid-out libraries. */
public final class MotProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private final Process process;
    private final Path output;
    private final Path runDirectory;

    private MotProcess(Process process, Path output, Path runDirectory) {
        this.process = process;
        this.output = output;
        this.runDirectory = runDirectory;
    }

    /** Starts the command with its run directory below {@code folder}. */
    public static MotProcess start(Path folder, String... arguments) throws IOException {
        Path runDirectory = folder.resolve("run");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dmot.home=" + required("mot.home"),
                "-cp",
                required("mot.lib") + "/*",
                "io.motengine.cli.Mot"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--run-dir", runDirectory.toString()));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new MotProcess(process, output, runDirectory);
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(property + " is not set (expected: run by Maven, after package)");
        }
        return value;
    }

    /** What it has printed so far. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it has printed so. */
    public void awaitOutput(String text) {
        Awaitility.await().atMost(PATIENCE).failFast(() -> failIfEnded(text)).until(() -> output().contains(text));
    }

    private void failIfEnded(String text) {
        if (!process.isAlive() && !output().contains(text)) {
            throw new AssertionError("ended before it printed \"" + text + "\":\n" + output());
        }
    }

    /** The processes that it has started: broker first, then the job, one more for each time it was started again. */
    public List<ProcessHandle> children() throws IOException {
        try {
            List<ProcessHandle> children = new ArrayList<>();
            for (String line : Files.readAllLines(runDirectory.resolve("pids"))) {
                ProcessHandle.of(Long.parseLong(line.split(" ", -1)[0])).ifPresent(children::add);
            }
            return children;
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Where it keeps its data. */
    public Path runDirectory() {
        return runDirectory;
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As kill does, and Ctrl-C. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end and gives the exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
