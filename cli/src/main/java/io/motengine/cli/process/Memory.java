package io.motengine.cli.process;

import io.motengine.cli.Refusal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the machine has the memory that the processes together will ask for. */
public final class Memory {
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final long MIB = 1024 * 1024;

    private Memory() {}

    /**
     * Checks what is there against what is needed.
     *
     * @throws Refusal if less is available than needed
     */
    public static void require(long neededMib, long availableMib) {
        if (availableMib < neededMib) {
            throw new Refusal("too little memory: " + availableMib + " MB are free (expected: at least " + neededMib
                    + " MB for command, broker and job); close other programs or run it on a larger machine");
        }
    }

    /** What can be had without swapping, in MiB; in a container, no more than its limit. */
    public static long availableMib() {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system)) {
            return Long.MAX_VALUE;
        }
        long limit = system.getTotalMemorySize() / MIB;
        return Math.min(limit, fromMeminfo(limit));
    }

    /** The bean counts the page cache as used; only the kernel's own estimate tells what can be had. */
    private static long fromMeminfo(long otherwise) {
        try {
            return Files.readAllLines(MEMINFO).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
