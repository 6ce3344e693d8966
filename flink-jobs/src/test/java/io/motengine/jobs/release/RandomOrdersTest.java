package io.motengine.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Orders at random, tasks that go on, checkpoints and crashes: at every time that an input may still be decided at, exactly that
 * decides which the orders say that were not refused, and it is at hand.
 */
class RandomOrdersTest {
    private static final int RUNS = 40;
    private static final int STEPS = 80;
    private static final int RELEASES = 10;
    private static final long NOON = Instant.parse("2026-03-02T04:00:00Z").toEpochMilli();
    private static final List<ReleaseFiles> FILES = new ArrayList<>();
    private static final List<Releases.Lease> COMPILED = new ArrayList<>();
    private static final List<Kind> KINDS = List.of(Kind.ACTIVATE, Kind.ROLLBACK, Kind.CANARY, Kind.SHADOW, Kind.ALONE);
    private static ReleaseFiles submitted;
    private static int withoutRoom;
    private static int full;

    @BeforeAll
    static void compile() throws Exception {
        submitted = ReleaseRoomTest.bare();
        // A task that starts holds it before anything else, and would compile it anew after each crash.
        COMPILED.add(Releases.lease(submitted));
        for (int i = 0; i < RELEASES; i++) {
            FILES.add(Orders.variant(submitted, i));
            COMPILED.add(Releases.lease(FILES.get(i)));
        }
    }

    @AfterAll
    static void letGo() {
        COMPILED.forEach(Releases.Lease::close);
    }

    @Test
    void whatMayStillDecideIsAtHand_andDecidesAsOrdered() throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            new Run(seed).go();
        }
        assertThat(withoutRoom).as("orders for which there was no room").isPositive();
        assertThat(full).as("times at which no more could be held").isPositive();
    }

    /** An order that was not refused. */
    private record Accepted(String id, Kind kind, String release, long at) {}

    private static final class Run {
        private final String seed;
        private final Random random;
        private final Orders orders = new Orders(submitted);
        private final List<Accepted> accepted = new ArrayList<>();
        private final List<Seat> seats = new ArrayList<>();
        private ReleaseBook book;
        private long now = NOON;
        private long floor = NOON;

        private Run(int seed) {
            this.seed = "seed " + seed;
            this.random = new Random(seed);
        }

        private void go() throws Exception {
            orders.at(Instant.ofEpochMilli(now));
            orders.working(Releases::lease);
            restart();
            FILES.forEach(orders::prepare);
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(16)) {
                    case 0, 1 -> orders.prepare(FILES.get(random.nextInt(RELEASES)));
                    case 2, 3, 4 -> goOn();
                    case 5 -> checkpoint();
                    case 6 -> crash();
                    default -> order();
                }
                verify(step);
            }
            book.close();
        }

        private void restart() throws Exception {
            book = orders.book();
            seats.clear();
            for (int i = 0; i < 2; i++) {
                seats.add(book.seat(i, 2, floor));
            }
        }

        private void crash() throws Exception {
            book.close();
            restart();
        }

        private void order() {
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            boolean back = kind == Kind.ALONE || (kind == Kind.ROLLBACK && random.nextBoolean());
            String release = back
                    ? decidingAt(Long.MAX_VALUE).live()
                    : FILES.get(random.nextInt(RELEASES)).id();
            long next = accepted.isEmpty()
                    ? now
                    : Math.max(now, accepted.get(accepted.size() - 1).at());
            long at = next - 20 + random.nextInt(100);
            List<String> instead = accepted.stream()
                    .filter(order -> random.nextInt(20) == 0)
                    .map(Accepted::id)
                    .toList();
            String id = orders.order(kind, release, Instant.ofEpochMilli(at), instead);
            String refusal = orders.refusal(id);
            if (refusal == null) {
                accepted.removeIf(order -> instead.contains(order.id()));
                accepted.add(new Accepted(id, kind, release, at));
            } else {
                withoutRoom += refusal.startsWith("there is no room") ? 1 : 0;
            }
        }

        private void goOn() {
            now += random.nextInt(100);
            orders.at(Instant.ofEpochMilli(now));
            seats.get(random.nextInt(2)).reach(now - random.nextInt(50));
            orders.tick();
        }

        /** Of one task only, often: the other may still go back further. */
        private void checkpoint() {
            for (Seat seat : seats) {
                if (random.nextInt(4) > 0) {
                    seat.needsFrom(now - random.nextInt(150));
                }
            }
            floor = seats.stream().mapToLong(Seat::from).min().orElseThrow();
            orders.tick();
        }

        private void verify(int step) {
            Timeline timeline = book.timeline();
            Set<LineUp> decide = new HashSet<>();
            for (long time = floor; time < now + 600; time += 11) {
                LineUp decides = timeline.slots().get(timeline.at(time)).lineUp();
                if (!decides.equals(decidingAt(time))) {
                    assertThat(decides)
                            .as("%s, step %d, at %d", seed, step, time)
                            .isEqualTo(decidingAt(time));
                }
                decide.add(decides);
            }
            assertThat(book.held()).as("%s, step %d", seed, step).containsAll(Room.releases(List.copyOf(decide)));
            assertThat(book.held()).as("%s, step %d", seed, step).hasSizeLessThanOrEqualTo(Room.MOST_HELD);
            full += book.held().size() == Room.MOST_HELD ? 1 : 0;
        }

        /** By looking at every order, from the first on. */
        private LineUp decidingAt(long time) {
            LineUp lineUp = LineUp.FIRST;
            for (Accepted order : accepted) {
                if (order.at() <= time) {
                    Instant at = Instant.ofEpochMilli(order.at());
                    lineUp = switch (order.kind()) {
                        case CANARY ->
                            new LineUp(order.id(), at, lineUp.live(), order.release(), 5_000, lineUp.shadow());
                        case SHADOW ->
                            new LineUp(order.id(), at, lineUp.live(), lineUp.canary(), lineUp.share(), order.release());
                        case ALONE -> new LineUp(order.id(), at, lineUp.live(), null, 0, null);
                        default -> new LineUp(order.id(), at, order.release(), null, 0, null);
                    };
                }
            }
            return lineUp;
        }
    }
}
