package io.motengine.jobs.release;

import io.motengine.schemas.release.LineUp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which releases must be at hand, and whether there is room for one more. What may still decide an input, now or again after a
 * crash, is never given up for room: it is the newcomer that is refused.
 */
final class Room {
    /** More are not taken in before a checkpoint lets go of the oldest: each takes tens of megabytes. */
    static final int MOST_HELD = 8;

    private Room() {}

    /** The line-ups that an input of any task may still be decided by. */
    static List<LineUp> needed(List<LineUp> lineUps, Collection<Seat> seats) {
        int last = lineUps.size() - 1;
        // Tasks that read come before those that decide, and only they know better.
        int first = seats.isEmpty() ? Math.max(0, last - 1) : last;
        for (Seat seat : seats) {
            int slot = last;
            while (slot > 0 && Timeline.millis(lineUps.get(slot).from()) > seat.from()) {
                slot--;
            }
            first = Math.min(first, slot);
        }
        return lineUps.subList(first, lineUps.size());
    }

    /** What decides, whether for all, for a share, or as a shadow; as the orders name it. */
    static Set<String> releases(List<LineUp> lineUps) {
        Set<String> releases = new TreeSet<>();
        for (LineUp lineUp : lineUps) {
            releases.add(lineUp.live());
            if (lineUp.canary() != null) {
                releases.add(lineUp.canary());
            }
            if (lineUp.shadow() != null) {
                releases.add(lineUp.shadow());
            }
        }
        return releases;
    }

    /** Why a release cannot be held besides what is needed; empty if it can, or is needed anyway. */
    static Optional<String> against(String release, Set<String> needed) {
        return needed.contains(release) || needed.size() < MOST_HELD
                ? Optional.empty()
                : Optional.of("there is no room for " + release + ": " + needed.size()
                        + " other releases decide or may be asked for again until the next checkpoint (expected: fewer"
                        + " than "
                        + MOST_HELD + "; order it again a little later)");
    }
}
