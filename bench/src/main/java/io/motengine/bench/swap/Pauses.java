package io.motengine.bench.swap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** How long nothing was decided. */
final class Pauses {
    /** What a swap holds up, it does within this. */
    static final Duration AFTER = Duration.ofSeconds(1);

    private final NavigableSet<Long> decided = new TreeSet<>();

    Pauses(Collection<Decided.Event> events) {
        events.forEach(event -> decided.add(event.time().toEpochMilli() + event.millis()));
    }

    /** The longest time without a decision that reached into the second after a swap, in milliseconds. */
    long after(Instant swap) {
        long from = swap.toEpochMilli();
        Long last = decided.floor(from);
        long longest = 0;
        for (long next : decided.tailSet(from, false)) {
            longest = last == null ? longest : Math.max(longest, next - last);
            last = next;
            if (next > from + AFTER.toMillis()) {
                break;
            }
        }
        return longest;
    }
}
