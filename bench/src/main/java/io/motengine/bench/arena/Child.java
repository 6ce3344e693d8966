package io.motengine.bench.arena;

import io.motengine.cli.process.ChildMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Java process with this one's class path but for what it must not see, compiled to the last degree; it ends with this process, however that ends. */
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Process process;
    private final Thread reader;

    private Child(Process process, Thread reader) {
        this.process = process;
        this.reader = reader;
    }

    /**
     * Starts it.
     *
     * @param name of its log, in the folder
     * @param heard each line that it prints
     */
    static Child start(
            String name, Path folder, int heapMib, String mainClass, List<String> arguments, Consumer<String> heard)
            throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m",
                "-Xms" + heapMib + "m",
                // Nearly all that any of them makes is gone after an event; by default it would be collected twice as
                // often.
                "-Xmn" + heapMib * 3 / 5 + "m",
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=log4j2-mot.xml",
                "-Dmot.log=" + log,
                "-Dlog.file=" + log,
                ChildMain.class.getName(),
                mainClass));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", ClassPath.of(name));
        builder.redirectError(folder.resolve(name + ".err").toFile());
        Process process = builder.start();
        Thread reader = new Thread(() -> listen(process, heard), name + "-lines");
        reader.setDaemon(true);
        reader.start();
        return new Child(process, reader);
    }

    private static void listen(Process process, Consumer<String> heard) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard.accept(line);
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Puts a line on its standard input. */
    void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Waits until it has ended by itself and all its lines are heard; false if that takes longer. */
    boolean ended(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        reader.join(PATIENCE.toMillis());
        return true;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
