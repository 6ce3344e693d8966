package io.motengine.bench.customers;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Events whose id says when they went into the job, so that the decision upon them tells how long it took. */
final class Probes {
    static final String SOURCE = "/probe";
    private static final String CAUSE = "\"cause\":{\"kind\":\"event\",\"source\":\"" + SOURCE + "\",\"eventId\":\"";
    private static final int MOST = 1 << 20;

    private final long[] began = new long[MOST];
    private final long[] nanos = new long[MOST];
    private final AtomicInteger size = new AtomicInteger();

    static String id() {
        return Long.toString(System.nanoTime());
    }

    /** Takes the time if this is the decision upon a probe. */
    void see(String decision) {
        int at = decision.indexOf(CAUSE);
        if (at < 0) {
            return;
        }
        int begin = at + CAUSE.length();
        long sent = Long.parseLong(decision.substring(begin, decision.indexOf('"', begin)));
        int slot = size.getAndIncrement();
        if (slot < MOST) {
            began[slot] = sent;
            nanos[slot] = System.nanoTime() - sent;
        }
    }

    /** How long those waited that went in at or after the one time and before the other, shortest first; nanoseconds. */
    long[] between(long from, long to) {
        long[] waits = new long[Math.min(MOST, size.get())];
        int found = 0;
        for (int i = 0; i < waits.length; i++) {
            if (began[i] >= from && began[i] < to) {
                waits[found++] = nanos[i];
            }
        }
        long[] sorted = Arrays.copyOf(waits, found);
        Arrays.sort(sorted);
        return sorted;
    }
}
