package io.motengine.jobs.release;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.ReleaseConfig;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseLog;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import io.motengine.schemas.release.ReleaseStatus.State;
import io.motengine.schemas.release.SignedOrder;
import io.motengine.schemas.release.TrustedKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one process makes of the orders about releases: compiles what they ask for, and says what decides when. Knows nothing of
 * Kafka.
 *
 * <p>Orders are taken by one thread; places are taken and left by others; the timeline is read by all.
 */
final class ReleaseBook {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseBook.class);

    /** More are not prepared before a checkpoint lets go of the oldest: each takes tens of megabytes. */
    static final int MOST_HELD = 8;

    /** Whoever publishes has stated the swap long before, or will ask again. */
    private static final int MOST_TELLINGS = 40;

    private final StatusTeller teller;
    private final ClockMode mode;
    private final LongSupplier wallMillis;
    private final TrustedKeys keys;
    private final ReleaseLog log;
    private final HeldReleases held;
    private final Set<Seat> seats = new HashSet<>();
    private final Map<ReleaseOrder, Set<Seat>> arming = new HashMap<>();
    private volatile Timeline timeline;
    private int first;
    private ReleaseOrder candidate;
    private int tellings;
    private Said last;

    /** What was said last, for a task that comes later. */
    private record Said(String order, String release, State state, String reason, long tookMillis) {}

    ReleaseBook(
            ReleaseConfig config,
            ReleaseFiles submitted,
            ReleaseForge forge,
            StatusTeller teller,
            ClockMode mode,
            LongSupplier wallMillis) {
        this.teller = teller;
        this.mode = mode;
        this.wallMillis = wallMillis;
        this.keys = new TrustedKeys(config.keys());
        this.log = new ReleaseLog(config.approvals());
        this.held = new HeldReleases(submitted, forge, log::prepared);
    }

    Timeline timeline() {
        return timeline;
    }

    boolean listensTo(String type) {
        return held.listensTo(type);
    }

    /** An order from before the start; nothing is compiled and nothing said yet. */
    synchronized void recall(byte[] value) {
        read(value).ifPresent(signed -> {
            Optional<String> reason = keys.against(signed);
            ReleaseOrder order = reason.isEmpty() ? order(signed).orElse(null) : null;
            if (order == null || log.take(order, signed.key()).isPresent()) {
                return;
            }
            candidate = order.kind() == Kind.PREPARE ? order : null;
            if (order.kind() != Kind.PREPARE) {
                arming.clear();
                arming.put(order, new HashSet<>());
                last = new Said(order.id(), order.release(), State.ARMED, null, 0);
            }
        });
    }

    /** All orders from before the start are there: compiles what is live. */
    synchronized void begin() throws ReleaseException {
        arrange();
    }

    /** What was published last and is not live: to be compiled once events flow. */
    synchronized void resume() {
        if (candidate != null) {
            prepare(candidate);
        }
    }

    synchronized Seat seat(int subtask, int subtasks, long from) throws ReleaseException {
        List<LineUp> lineUps = log.lineUps();
        long since = from == LiveReleases.UNKNOWN
                ? Timeline.millis(lineUps.get(Math.max(0, lineUps.size() - 2)).from())
                : from;
        Seat seat = new Seat(subtask, subtasks, since, this::timeline, this::leave);
        seats.add(seat);
        arrange();
        if (last != null) {
            tell(seat, last);
        }
        return seat;
    }

    private synchronized void leave(Seat seat) {
        seats.remove(seat);
    }

    /** An order that has just come. */
    synchronized void take(byte[] value) {
        SignedOrder signed = read(value).orElse(null);
        if (signed == null) {
            return;
        }
        Optional<String> distrust = keys.against(signed);
        ReleaseOrder order = order(signed).orElse(null);
        if (order == null || distrust.isPresent()) {
            String release = order == null ? "unknown" : order.release();
            refuse(
                    signed.id(),
                    release,
                    distrust.orElse("its statement is not an order (expected: as ./mot rules writes it)"));
            return;
        }
        Optional<String> reason = log.take(order, signed.key());
        if (reason.isPresent()) {
            refuse(order.id(), order.release(), reason.get());
        } else if (order.kind() == Kind.PREPARE) {
            prepare(order);
        } else {
            arm(order);
        }
    }

    private void prepare(ReleaseOrder order) {
        long start = System.nanoTime();
        candidate = order;
        tellings = 0;
        held.tryAgain(order.release());
        try {
            if (timeline.slots().size() >= MOST_HELD) {
                throw new RefusedRelease(
                        timeline.slots().size() + " releases are needed until the next checkpoint (expected: fewer"
                                + " than " + MOST_HELD + "; publish again a little later)");
            }
            held.hold(order.release());
            say(new Said(order.id(), order.release(), State.PREPARED, null, (System.nanoTime() - start) / 1_000_000));
        } catch (RefusedRelease | ReleaseException e) {
            candidate = null;
            refuse(order.id(), order.release(), e.getMessage());
        }
        letGo();
    }

    private void arm(ReleaseOrder order) {
        try {
            held.hold(order.release());
            arrange();
        } catch (RefusedRelease | ReleaseException e) {
            log.refuse(order.id());
            refuse(order.id(), order.release(), e.getMessage());
            return;
        }
        candidate = null;
        long from = Timeline.millis(order.at());
        arming.put(order, new HashSet<>());
        last = new Said(order.id(), order.release(), State.ARMED, null, 0);
        LOG.info("{} {} from {} on, by {}", order.kind(), order.release(), order.at(), order.who());
        for (Seat seat : seats) {
            boolean late = seat.reached() >= from;
            tell(seat, new Said(order.id(), order.release(), late ? State.LATE : State.ARMED, null, 0));
        }
        tick();
    }

    /** Whether somebody waits to hear of something that time alone brings about. */
    synchronized boolean isAwaited() {
        return !arming.isEmpty() || (mode == ClockMode.EVENT && candidate != null && tellings < MOST_TELLINGS);
    }

    /** Says who has come past a swap, and lets go of what is not needed any more. */
    synchronized void tick() {
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
        if (firstNeeded(log.lineUps()) != first) {
            try {
                arrange();
            } catch (ReleaseException e) {
                throw new IllegalStateException("what is held already need not be compiled", e);
            }
        }
    }

    /** How far the tasks are by now: whoever publishes states the swap by that, where time does not run as clocks do. */
    synchronized void tellAgain() {
        if (candidate != null && last != null && last.order().equals(candidate.id()) && tellings < MOST_TELLINGS) {
            tellings++;
            seats.forEach(seat -> tell(seat, last));
        }
    }

    private boolean isPast(Seat seat, long from) {
        return seat.reached() >= from || (mode == ClockMode.WALL && wallMillis.getAsLong() >= from);
    }

    private static Optional<SignedOrder> read(byte[] value) {
        try {
            return Optional.of(ReleaseOrderCodec.read(value));
        } catch (BadEventException e) {
            LOG.error("an order about releases cannot be read and changes nothing: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<ReleaseOrder> order(SignedOrder signed) {
        try {
            return Optional.of(ReleaseOrderCodec.order(signed.statement()));
        } catch (BadEventException e) {
            LOG.error("the order {} changes nothing: {}", signed.id(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Puts the timeline together from the log; what cannot be compiled any more is as if never ordered. */
    private void arrange() throws ReleaseException {
        while (true) {
            List<LineUp> lineUps = log.lineUps();
            int from = firstNeeded(lineUps);
            String compiling = null;
            try {
                List<Timeline.Slot> slots = new ArrayList<>();
                for (LineUp lineUp : lineUps.subList(from, lineUps.size())) {
                    compiling = lineUp.live();
                    Release live = held.hold(compiling);
                    compiling = lineUp.canary();
                    Release canary = held.hold(compiling);
                    compiling = lineUp.shadow();
                    slots.add(new Timeline.Slot(lineUp, live, canary, held.hold(compiling)));
                }
                timeline = new Timeline(slots);
                first = from;
                letGo();
                return;
            } catch (RefusedRelease e) {
                LOG.error(
                        "{} was ordered and cannot run, what was live before decides on: {}",
                        compiling,
                        e.getMessage());
                log.refuseRelease(compiling);
            }
        }
    }

    private int firstNeeded(List<LineUp> lineUps) {
        int last = lineUps.size() - 1;
        // Tasks that read come before those that decide, and only they know better.
        int needed = seats.isEmpty() ? Math.max(0, last - 1) : last;
        for (Seat seat : seats) {
            int slot = last;
            while (slot > 0 && Timeline.millis(lineUps.get(slot).from()) > seat.from()) {
                slot--;
            }
            needed = Math.min(needed, slot);
        }
        return Math.max(needed, lineUps.size() - MOST_HELD - 1);
    }

    private void letGo() {
        Set<String> needed = new HashSet<>();
        for (Timeline.Slot slot : timeline.slots()) {
            needed.add(slot.lineUp().live());
            needed.add(slot.lineUp().canary());
            needed.add(slot.lineUp().shadow());
        }
        if (candidate != null) {
            needed.add(candidate.release());
        }
        held.keepOnly(needed);
    }

    private void refuse(String order, String release, String reason) {
        LOG.warn("the order {} about {} changes nothing: {}", order, release, reason);
        say(new Said(order, release, State.REFUSED, reason, 0));
    }

    private void say(Said said) {
        last = said;
        seats.forEach(seat -> tell(seat, said));
    }

    private void tell(Seat seat, Said said) {
        teller.tell(seat, said.order(), said.release(), said.state(), said.reason(), said.tookMillis());
    }

    synchronized void close() {
        held.keepOnly(Set.of());
    }
}
