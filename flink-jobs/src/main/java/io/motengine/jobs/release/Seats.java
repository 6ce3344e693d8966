package io.motengine.jobs.release;

import io.motengine.engine.release.Release;
import io.motengine.jobs.config.ClockMode;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The deciding tasks of this process, and what is said in the name of each. Guarded by the book that it belongs to. */
final class Seats {
    private static final Logger LOG = LoggerFactory.getLogger(Seats.class);

    /** Whoever publishes has stated the swap long before, or will ask again. */
    private static final int MOST_TELLINGS = 40;

    private final StatusTeller teller;
    private final ClockMode mode;
    private final LongSupplier wallMillis;
    private final Set<Seat> seats = new HashSet<>();
    private final Map<ReleaseOrder, Set<Seat>> arming = new HashMap<>();
    private Said last;
    private Said prepared;
    private int tellings;

    /** What is said of an order, by every task. */
    record Said(String order, String release, State state, String reason, long tookMillis) {}

    Seats(StatusTeller teller, ClockMode mode, LongSupplier wallMillis) {
        this.teller = teller;
        this.mode = mode;
        this.wallMillis = wallMillis;
    }

    List<Seat> all() {
        return List.copyOf(seats);
    }

    void add(Seat seat) {
        seats.add(seat);
    }

    void remove(Seat seat) {
        seats.remove(seat);
    }

    /** Has a release at work for every task that has not decided by it yet, so that its first event finds it so. */
    void warm(Release release) {
        for (Seat seat : seats) {
            try {
                seat.warm(release.id(), () -> new WarmUp(release).decider());
            } catch (RuntimeException e) {
                // It has decided the very same before, or it would have been refused: all that is lost is the head
                // start.
                LOG.warn("{} is not warmed up for task {}", release.id(), seat.subtask(), e);
            }
        }
    }

    /** What was made ready for other releases is not needed. */
    void keepWarm(Set<String> releases) {
        seats.forEach(seat -> seat.keepWarm(releases));
    }

    /** A task that comes later hears what was said last. */
    void catchUp(Seat seat) {
        if (last != null) {
            tell(seat, last);
        }
    }

    void refused(String order, String release, String reason) {
        say(new Said(order, release, State.REFUSED, reason, 0));
    }

    void prepared(ReleaseOrder order, long tookMillis) {
        prepared = new Said(order.id(), order.release(), State.PREPARED, null, tookMillis);
        tellings = 0;
        say(prepared);
    }

    private void say(Said said) {
        last = said;
        seats.forEach(seat -> tell(seat, said));
    }

    /** An order from before the start: all before it are done with. */
    void recalled(ReleaseOrder order) {
        arming.clear();
        arming.put(order, new HashSet<>());
        last = new Said(order.id(), order.release(), State.ARMED, null, 0);
    }

    void armed(ReleaseOrder order) {
        arming.put(order, new HashSet<>());
        last = new Said(order.id(), order.release(), State.ARMED, null, 0);
        if (prepared != null && prepared.release().equals(order.release())) {
            prepared = null;
        }
        for (Seat seat : seats) {
            boolean late = seat.reached() >= Timeline.millis(order.at());
            tell(seat, new Said(order.id(), order.release(), late ? State.LATE : State.ARMED, null, 0));
        }
    }

    /** Whether somebody waits to hear of something that time alone brings about. */
    boolean areAwaited() {
        return !arming.isEmpty() || (mode == ClockMode.EVENT && prepared != null && tellings < MOST_TELLINGS);
    }

    /** Says who has come past a swap. */
    void tick() {
        for (Map.Entry<ReleaseOrder, Set<Seat>> arm : arming.entrySet()) {
            ReleaseOrder order = arm.getKey();
            for (Seat seat : seats) {
                if (!arm.getValue().contains(seat) && isPast(seat, Timeline.millis(order.at()))) {
                    arm.getValue().add(seat);
                    tell(seat, new Said(order.id(), order.release(), State.LIVE, null, 0));
                }
            }
        }
        arming.entrySet().removeIf(arm -> !seats.isEmpty() && arm.getValue().containsAll(seats));
    }

    /** How far the tasks are by now: whoever publishes states the swap by that, where time does not run as clocks do. */
    void tellAgain() {
        if (prepared != null && tellings < MOST_TELLINGS) {
            tellings++;
            seats.forEach(seat -> tell(seat, prepared));
        }
    }

    /** Whether any task has come to this time. */
    boolean anyPast(long from) {
        return seats.stream().anyMatch(seat -> isPast(seat, from));
    }

    private boolean isPast(Seat seat, long from) {
        return seat.reached() >= from || (mode == ClockMode.WALL && wallMillis.getAsLong() >= from);
    }

    private void tell(Seat seat, Said said) {
        teller.tell(seat, said.order(), said.release(), said.state(), said.reason(), said.tookMillis());
    }
}
