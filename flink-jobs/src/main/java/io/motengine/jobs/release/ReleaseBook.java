package io.motengine.jobs.release;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException;
import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.ReleaseConfig;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseLog;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    private final SignedOrders orders;
    private final ReleaseLog log;
    private final HeldReleases held;
    private final Proposals proposals = new Proposals();
    private final Refusals refusals = new Refusals();
    private final Seats seats;
    private volatile Timeline timeline;
    private List<LineUp> arranged = List.of();

    ReleaseBook(
            ReleaseConfig config,
            ReleaseFiles submitted,
            ReleaseForge forge,
            StatusTeller teller,
            ClockMode mode,
            LongSupplier wallMillis) {
        this.orders = new SignedOrders(config.keys());
        this.log = new ReleaseLog(config.approvals());
        this.held = new HeldReleases(submitted, forge, log::prepared);
        this.seats = new Seats(teller, mode, wallMillis);
    }

    Timeline timeline() {
        return timeline;
    }

    boolean listensTo(String type) {
        return held.listensTo(type);
    }

    /** Releases at hand, as orders name them. */
    synchronized Set<String> held() {
        return held.names();
    }

    /** What was said of an order before the start; all of that comes before the orders. */
    synchronized void recallStatus(byte[] value) {
        refusals.take(value);
    }

    /** An order from before the start; nothing is compiled and nothing said yet. */
    synchronized void recall(byte[] value) {
        SignedOrders.Read read = orders.read(value).orElse(null);
        if (read == null || read.order() == null) {
            return;
        }
        boolean refused = refusals.has(read.id());
        ReleaseOrder order = read.order();
        if (order.kind() == Kind.PREPARE) {
            Optional<String> unused = log.take(order, read.key());
            proposals.recall(refused ? null : order);
        } else if (!refused && log.take(order, read.key()).isEmpty()) {
            proposals.recall(null);
            seats.recalled(order);
        }
    }

    /** All orders from before the start are there: compiles what is live. */
    synchronized void begin() throws ReleaseException {
        arrange();
    }

    /** What was published last and is not live: to be compiled once events flow. */
    synchronized void resume() {
        proposals.newest().ifPresent(this::prepare);
    }

    synchronized Seat seat(int subtask, int subtasks, long from) throws ReleaseException {
        List<LineUp> lineUps = log.lineUps();
        long since = from == LiveReleases.UNKNOWN
                ? Timeline.millis(lineUps.get(Math.max(0, lineUps.size() - 2)).from())
                : from;
        Seat seat = new Seat(subtask, subtasks, since, this::timeline, this::leave);
        seats.add(seat);
        arrange();
        seats.catchUp(seat);
        return seat;
    }

    private synchronized void leave(Seat seat) {
        seats.remove(seat);
    }

    /** An order that has just come. */
    synchronized void take(byte[] value) {
        orders.read(value).ifPresent(read -> {
            if (read.order() == null) {
                refuse(read.id(), read.release(), read.distrust());
            } else if (read.order().kind() == Kind.PREPARE) {
                Optional<String> unused = log.take(read.order(), read.key());
                prepare(read.order());
            } else {
                follow(read.order(), read.key());
            }
        });
    }

    private void prepare(ReleaseOrder order) {
        long start = System.nanoTime();
        held.tryAgain(order.release());
        Optional<String> full = Room.against(order.release(), needed());
        if (full.isPresent()) {
            refuse(order.id(), order.release(), full.get());
            return;
        }
        proposals.add(order);
        letGo();
        try {
            warm(held.hold(order.release()));
            seats.prepared(order, (System.nanoTime() - start) / 1_000_000);
        } catch (RefusedRelease | ReleaseException e) {
            proposals.remove(order.release());
            refuse(order.id(), order.release(), e.getMessage());
        }
    }

    private void follow(ReleaseOrder order, String key) {
        Set<String> before = needed();
        Optional<String> reason = begun(order).or(() -> log.take(order, key));
        if (reason.isPresent()) {
            refuse(order.id(), order.release(), reason.get());
            return;
        }
        try {
            Optional<String> full = Room.against(order.release(), before);
            if (full.isPresent() && needed().size() > Room.MOST_HELD) {
                throw new RefusedRelease(full.get());
            }
            makeRoom(before);
            warm(held.hold(order.release()));
            arrange();
        } catch (RefusedRelease | ReleaseException e) {
            log.refuse(order.id());
            refuse(order.id(), order.release(), e.getMessage());
            return;
        }
        LOG.info("{} {} from {} on, by {}", order.kind(), order.release(), order.at(), order.who());
        proposals.remove(order.release());
        seats.armed(order);
        tick();
    }

    /** What is on the timeline is at work already, or waits there to be taken over. */
    private void warm(Release release) {
        if (!timeline.releases().contains(release.id())) {
            seats.warm(release);
        }
    }

    /** What has decided already stays, whatever is to take its place: its time is decided again after a crash. */
    private Optional<String> begun(ReleaseOrder order) {
        return log.lineUps().stream()
                .filter(lineUp -> order.instead().contains(String.valueOf(lineUp.order())))
                .filter(lineUp -> seats.anyPast(Timeline.millis(lineUp.from())))
                .findFirst()
                .map(lineUp -> "instead: " + lineUp.order() + " has begun to hold, from " + lineUp.from()
                        + " on (expected: orders that have not begun)");
    }

    /** Whether somebody waits to hear of something that time alone brings about. */
    synchronized boolean isAwaited() {
        return seats.areAwaited();
    }

    /** Says who has come past a swap, and lets go of what is not needed any more. */
    synchronized void tick() {
        seats.tick();
        if (!Room.needed(log.lineUps(), seats.all()).equals(arranged)) {
            try {
                arrange();
            } catch (ReleaseException e) {
                throw new IllegalStateException("what is held already need not be compiled", e);
            }
        }
    }

    /** How far the tasks are by now: whoever publishes states the swap by that, where time does not run as clocks do. */
    synchronized void tellAgain() {
        seats.tellAgain();
    }

    /** Puts the timeline together from the log; what cannot be compiled any more is as if never ordered. */
    private void arrange() throws ReleaseException {
        while (true) {
            List<LineUp> lineUps = Room.needed(log.lineUps(), seats.all());
            String compiling = null;
            try {
                List<Timeline.Slot> slots = new ArrayList<>();
                for (LineUp lineUp : lineUps) {
                    compiling = lineUp.live();
                    Release live = held.hold(compiling);
                    compiling = lineUp.canary();
                    Release canary = held.hold(compiling);
                    compiling = lineUp.shadow();
                    slots.add(new Timeline.Slot(lineUp, live, canary, held.hold(compiling)));
                }
                timeline = new Timeline(slots);
                arranged = lineUps;
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

    private Set<String> needed() {
        return Room.releases(Room.needed(log.lineUps(), seats.all()));
    }

    /** For what is needed with the order that has just been taken, and without it: it may turn out impossible yet. */
    private void makeRoom(Set<String> before) {
        Set<String> both = new TreeSet<>(before);
        both.addAll(needed());
        held.keepOnly(proposals.besides(both));
    }

    private void letGo() {
        held.keepOnly(proposals.besides(needed()));
        seats.keepWarm(held.ids());
    }

    private void refuse(String order, String release, String reason) {
        LOG.warn("the order {} about {} changes nothing: {}", order, release, reason);
        seats.refused(order, release, reason);
    }

    synchronized void close() {
        held.keepOnly(Set.of());
    }
}
