package io.motengine.bench.sections;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** So many of a kind, and what they took together, in time and in bytes that the thread allocated. */
final class Sum {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long number;
    private long bytes;
    private long nanos;

    /** What is measured. */
    @FunctionalInterface
    interface Step<E extends Exception> {
        void run() throws E;
    }

    /** One more, or so many at once. */
    <E extends Exception> void measure(int times, Step<E> step) throws E {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        step.run();
        nanos += System.nanoTime() - began;
        bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
        number += times;
    }

    void add(long allocated, long took) {
        number++;
        bytes += allocated;
        nanos += took;
    }

    long number() {
        return number;
    }

    long nanos() {
        return nanos;
    }

    double bytesEach() {
        return (double) bytes / number;
    }

    double nanosEach() {
        return (double) nanos / number;
    }
}
