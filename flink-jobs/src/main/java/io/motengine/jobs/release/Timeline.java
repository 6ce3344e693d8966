package io.motengine.jobs.release;

import io.motengine.engine.release.Release;
import io.motengine.schemas.release.LineUp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which releases decide when, compiled. Immutable; the first slot stands for all time before it too.
 *
 * @param slots in order of time, never empty
 */
public record Timeline(List<Slot> slots) {
    public Timeline {
        slots = List.copyOf(slots);
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("no slot (expected: at least what is live)");
        }
    }

    /**
     * What decides from some time on.
     *
     * @param canary null for none
     * @param shadow null for none
     */
    public record Slot(LineUp lineUp, Release live, Release canary, Release shadow) {
        /** Start, epoch milliseconds. */
        public long from() {
            return millis(lineUp.from());
        }

        /** Who decides for a customer. */
        public Release of(String customer) {
            return canary != null && Canaries.has(customer, canary.id(), lineUp.share()) ? canary : live;
        }

        /** All that timers and plans may depend upon, in one word. */
        public String name() {
            return canary == null ? live.id() : live.id() + "+" + canary.id() + "/" + lineUp.share();
        }
    }

    /** Of one release, for ever. */
    static Timeline of(Release release) {
        return new Timeline(List.of(new Slot(LineUp.FIRST, release, null, null)));
    }

    /** The slot of a time (epoch milliseconds). */
    public int at(long time) {
        int slot = slots.size() - 1;
        while (slot > 0 && slots.get(slot).from() > time) {
            slot--;
        }
        return slot;
    }

    /** Ids of all releases in it. */
    public Set<String> releases() {
        Set<String> ids = new TreeSet<>();
        for (Slot slot : slots) {
            ids.add(slot.live().id());
            if (slot.canary() != null) {
                ids.add(slot.canary().id());
            }
            if (slot.shadow() != null) {
                ids.add(slot.shadow().id());
            }
        }
        return ids;
    }

    static long millis(Instant time) {
        return time.equals(Instant.MIN) ? Long.MIN_VALUE : time.toEpochMilli();
    }
}
