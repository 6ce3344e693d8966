package io.motengine.cli.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a total grows, over the last seconds. Not thread-safe. */
final class Rate {
    private static final long WINDOW_NANOS = Duration.ofSeconds(3).toNanos();
    private final Deque<Reading> readings = new ArrayDeque<>();

    /** Takes a reading of the total and gives the growth in a second. */
    long perSecond(long total, long nanos) {
        readings.addLast(new Reading(total, nanos));
        while (readings.size() > 2 && nanos - readings.getFirst().nanos > WINDOW_NANOS) {
            readings.removeFirst();
        }
        Reading first = readings.getFirst();
        long elapsed = nanos - first.nanos;
        return elapsed == 0 ? 0 : Math.round((total - first.total) * 1e9 / elapsed);
    }

    private record Reading(long total, long nanos) {}
}
