package io.motengine.jobs.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;

/** What this process holds. */
public final class Memory {
    private static final double MIB = 1024 * 1024;

    private Memory() {}

    /** Heap and metaspace that are in use after a collection, and loaded classes, in words. */
    public static String used() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long meta = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        int classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
        return String.format(
                Locale.ROOT, "heap %.0f MiB, metaspace %.0f MiB, %,d classes", heap / MIB, meta / MIB, classes);
    }
}
