package io.motengine.cli.process;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of an earlier run, told from a stranger with the same process id by the instant at which it started.
 *
 * @param startedAt epoch milliseconds; 0 where the system does not tell
 */
record LeftOver(long pid, long startedAt) {
    private static final int SECONDS_TO_END = 10;

    static String line(ProcessHandle process) {
        return process.pid() + " " + startedAt(process) + "\n";
    }

    static Optional<LeftOver> parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new LeftOver(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }

    void end() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(this::isSame);
        if (process.isEmpty() || !process.get().destroyForcibly()) {
            return;
        }
        try {
            process.get().onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("process " + pid + " of an earlier run does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSame(ProcessHandle process) {
        return startedAt != 0 && startedAt(process) == startedAt;
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
