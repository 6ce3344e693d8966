package io.motengine.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Decider;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may still decide is never given up for room: the order that is one too many is refused, and stays so. */
class ReleaseRoomTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    /** One decides from the start, so as many more make one too many. */
    private static final int TOO_MANY = Room.MOST_HELD;

    private static final List<Releases.Lease> COMPILED = new ArrayList<>();
    private static ReleaseFiles first;

    private final Orders orders = new Orders(first);
    private ReleaseBook book;
    private Seat seat;

    /** Without rules, so that compiling many of them takes no time. */
    static ReleaseFiles bare() throws Exception {
        Map<String, String> files = new TreeMap<>(
                ReleaseFiles.read(Path.of("src/test/resources/release")).files());
        files.keySet().removeIf(path -> path.startsWith("strategies/") || path.startsWith("moments/"));
        return new ReleaseFiles(files);
    }

    @BeforeAll
    static void compile() throws Exception {
        first = bare();
        for (int i = 1; i <= TOO_MANY; i++) {
            COMPILED.add(Releases.lease(number(i)));
        }
    }

    @AfterAll
    static void letGo() {
        COMPILED.forEach(Releases.Lease::close);
    }

    @BeforeEach
    void start() throws Exception {
        book = orders.book();
        seat = book.seat(0, 1, LiveReleases.UNKNOWN);
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void refuses_oneTooMany_givenByHand_untilACheckpointLetsGoOfOne() {
        List<String> given = swapByHand(TOO_MANY - 1);
        String tooMany = orders.order(Kind.ACTIVATE, id(TOO_MANY), at(TOO_MANY), List.of());

        assertThat(given).noneMatch(order -> orders.refusal(order) != null);
        assertThat(orders.refusal(tooMany))
                .isEqualTo("there is no room for " + id(TOO_MANY)
                        + ": 8 other releases decide or may be asked for again until the next checkpoint (expected:"
                        + " fewer than 8; order it again a little later)");
        assertThat(decidesAt(0)).isEqualTo(ReleaseOrder.SUBMITTED);
        assertThat(decidesAt(TOO_MANY)).isEqualTo(id(TOO_MANY - 1));
        assertThat(book.held()).hasSize(Room.MOST_HELD);

        seat.needsFrom(at(2).toEpochMilli());
        orders.tick();
        String again = orders.order(Kind.ACTIVATE, id(TOO_MANY), at(TOO_MANY), List.of());

        assertThat(orders.refusal(again)).isNull();
        assertThat(decidesAt(TOO_MANY)).isEqualTo(id(TOO_MANY));
        assertThat(book.held()).hasSize(TOO_MANY - 1).doesNotContain(id(1), ReleaseOrder.SUBMITTED);
    }

    @Test
    void whatWasRefused_staysSo_afterARestartThatHasRoomForIt() throws Exception {
        swapByHand(TOO_MANY - 1);
        String tooMany = orders.order(Kind.ACTIVATE, id(TOO_MANY), at(TOO_MANY), List.of());
        assertThat(orders.refusal(tooMany)).isNotNull();
        book.close();

        book = orders.book();
        seat = book.seat(0, 1, at(TOO_MANY - 1).toEpochMilli());

        assertThat(decidesAt(TOO_MANY + 1)).isEqualTo(id(TOO_MANY - 1));
    }

    @Test
    void goesBackToWhatIsHeld_howeverMuchThatIs() {
        swapByHand(TOO_MANY - 1);

        String back = orders.order(Kind.ROLLBACK, id(TOO_MANY - 2), at(TOO_MANY), List.of());

        assertThat(orders.refusal(back)).isNull();
        assertThat(decidesAt(TOO_MANY)).isEqualTo(id(TOO_MANY - 2));
    }

    @Test
    void holdsAll_thatACrashAsksForAgain_howeverMuchThatIs() throws Exception {
        swapByHand(TOO_MANY - 1);
        seat.needsFrom(at(3).toEpochMilli());
        orders.tick();
        orders.order(Kind.ACTIVATE, id(TOO_MANY), at(TOO_MANY), List.of());
        book.close();

        book = orders.book();
        seat = book.seat(0, 1, at(0).toEpochMilli());

        for (int i = 1; i <= TOO_MANY; i++) {
            assertThat(decidesAt(i)).isEqualTo(id(i));
        }
    }

    @Test
    void proposalsGiveWay_andAreRefused_beforeAnythingThatDecides() {
        prepare(1);
        prepare(2);
        orders.order(Kind.CANARY, id(1), at(1));
        orders.order(Kind.SHADOW, id(2), at(2));
        for (int i = 3; i <= TOO_MANY; i++) {
            prepare(i);
        }

        assertThat(book.held())
                .contains(ReleaseOrder.SUBMITTED, id(1), id(2), id(TOO_MANY))
                .hasSize(5);
        assertThat(book.timeline().releases()).containsExactlyInAnyOrder(first.id(), id(1), id(2));

        for (int i = 3; i < TOO_MANY; i++) {
            orders.order(Kind.ACTIVATE, id(i), at(i));
        }
        orders.said();
        prepare(TOO_MANY);

        assertThat(orders.said()).singleElement().asString().startsWith("0 REFUSED: there is no room for");
        assertThat(book.held()).hasSize(Room.MOST_HELD).contains(id(1), id(2));
    }

    @Test
    void refuses_toPutAnotherInThePlaceOfWhatHasBegun() {
        prepare(1);
        prepare(2);
        String begun = orders.order(Kind.ACTIVATE, id(1), at(1), List.of());
        seat.reach(at(1).toEpochMilli());

        String instead = orders.order(Kind.ACTIVATE, id(2), at(5), List.of(begun));

        assertThat(orders.refusal(instead)).startsWith("instead: " + begun + " has begun to hold");
        assertThat(decidesAt(5)).isEqualTo(id(1));
    }

    @Test
    void whatAnOrderWasToReplace_stays_whenThereIsNoRoomForTheOrder() {
        List<String> given = swapByHand(TOO_MANY - 1);
        String last = given.get(given.size() - 1);
        orders.prepare(number(TOO_MANY));

        String canary = orders.order(Kind.CANARY, id(TOO_MANY), at(TOO_MANY - 1).plusMillis(1), List.of());
        assertThat(orders.refusal(canary)).startsWith("there is no room");
        String instead = orders.order(Kind.ACTIVATE, id(TOO_MANY), at(TOO_MANY), List.of(last));

        assertThat(orders.refusal(instead))
                .as("it takes the room of what it replaces")
                .isNull();
        assertThat(decidesAt(TOO_MANY - 1)).isEqualTo(id(TOO_MANY - 2));
    }

    @Test
    void hasAReleaseAtWorkForEachTask_asLongAsItMayDecide() {
        prepare(1);
        Decider warmed = seat.warmed(id(1));
        assertThat(warmed.ruleCounts().sessions()).isPositive();
        warmed.close();

        prepare(2);
        prepare(3);
        prepare(4);

        assertThat(seat.waiting()).containsExactlyInAnyOrder(id(3), id(4));
        orders.order(Kind.ACTIVATE, id(1), at(1));
        assertThat(seat.waiting()).as("what was let go of is warmed up again").contains(id(1));
    }

    @Test
    void holdsNoMoreAfterManySwaps_thanAfterOne() {
        prepare(1);
        prepare(2);
        for (int i = 1; i <= 300; i++) {
            orders.order(Kind.ACTIVATE, id(1 + i % 2), at(i));
            seat.needsFrom(at(i).toEpochMilli());
            orders.tick();
        }

        assertThat(book.timeline().slots()).hasSize(1);
        assertThat(book.held()).containsExactly(id(1));
        assertThat(seat.waiting()).isSubsetOf(id(1));
    }

    /** Without asking whether they could run. */
    private List<String> swapByHand(int swaps) {
        List<String> given = new ArrayList<>();
        for (int i = 1; i <= TOO_MANY; i++) {
            prepare(i);
        }
        for (int i = 1; i <= swaps; i++) {
            given.add(orders.order(Kind.ACTIVATE, id(i), at(i), List.of()));
        }
        return given;
    }

    private void prepare(int number) {
        orders.prepare(number(number));
    }

    private String decidesAt(int second) {
        Timeline timeline = book.timeline();
        LineUp lineUp =
                timeline.slots().get(timeline.at(at(second).toEpochMilli())).lineUp();
        assertThat(book.held()).containsAll(Room.releases(List.of(lineUp)));
        return lineUp.live();
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    static ReleaseFiles number(int number) {
        return Orders.variant(first, number);
    }

    private static String id(int number) {
        return number(number).id();
    }
}
