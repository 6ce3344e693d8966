package io.motengine.jobs.release;

import io.motengine.schemas.release.ReleaseOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was published and is not ordered to decide yet: the newest are kept compiled, as far as there is room. */
final class Proposals {
    /** Whoever makes an older one live has it compiled again: people propose one thing, seldom two at once. */
    private static final int MOST = 2;

    private final Deque<ReleaseOrder> newestFirst = new ArrayDeque<>();

    /** From before the start only the last is of interest, and only while nothing came after it; null for something else. */
    void recall(ReleaseOrder order) {
        newestFirst.clear();
        if (order != null) {
            newestFirst.add(order);
        }
    }

    void add(ReleaseOrder order) {
        remove(order.release());
        newestFirst.addFirst(order);
    }

    void remove(String release) {
        newestFirst.removeIf(order -> order.release().equals(release));
    }

    Optional<ReleaseOrder> newest() {
        return Optional.ofNullable(newestFirst.peekFirst());
    }

    /** What is needed, and as many of these as may be held besides. Forgets the others. */
    Set<String> besides(Set<String> needed) {
        Set<String> held = new TreeSet<>(needed);
        int kept = 0;
        for (Iterator<ReleaseOrder> orders = newestFirst.iterator(); orders.hasNext(); ) {
            String release = orders.next().release();
            if (kept < MOST && Room.against(release, held).isEmpty()) {
                held.add(release);
                kept++;
            } else {
                orders.remove();
            }
        }
        return held;
    }
}
