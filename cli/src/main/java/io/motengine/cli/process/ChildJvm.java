package io.motengine.cli.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A Java process from this process's own class path, that never outlives it. */
public final class ChildJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /**
     * These processes live for minutes. Compiling to the last degree took a third of two cores for the first of them, and
     * actions came seconds later for it.
     */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts a child; what it prints and logs goes to files named after it in the run directory. */
    public static ChildJvm start(Spec spec, RunDirectory directory) throws IOException {
        Path out = directory.file(spec.name + ".out");
        ProcessBuilder builder = new ProcessBuilder(command(spec, directory));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
        Process process = builder.start();
        directory.remember(process.toHandle());
        return new ChildJvm(process);
    }

    private static List<String> command(Spec spec, RunDirectory directory) {
        // Ctrl-C reaches every process of the terminal; a child must stay until this process has drained it. A signal
        // ignored by the shell stays ignored by what it executes.
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "mot-" + spec.name));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(spec.jvmOptions);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add(QUICK_START);
        command.add("-Dlog4j2.configurationFile=log4j2-mot.xml");
        Path log = directory.file(spec.name + ".log");
        command.add("-Dmot.log=" + log);
        command.add("-Dlog.file=" + log);
        command.add(ChildMain.class.getName());
        command.add(spec.mainClass);
        command.addAll(spec.arguments);
        return command;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Puts a line on the process's standard input. */
    public void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Completes when the process has ended, with its exit code. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Ends the process and waits until it is gone. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What to start.
     *
     * @param name of the process, for its files and for people
     * @param mainClass run by {@link ChildMain}
     */
    public record Spec(String name, String mainClass, List<String> jvmOptions, List<String> arguments) {
        public Spec {
            jvmOptions = List.copyOf(jvmOptions);
            arguments = List.copyOf(arguments);
        }
    }
}
