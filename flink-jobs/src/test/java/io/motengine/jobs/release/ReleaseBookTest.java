package io.motengine.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import io.motengine.schemas.release.SignedOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a process refuses, and that it changes nothing. */
class ReleaseBookTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final List<Releases.Lease> COMPILED = new ArrayList<>();
    private static ReleaseFiles first;
    private static ReleaseFiles second;

    private Orders orders;
    private ReleaseBook book;

    /** Once for all tests. */
    @BeforeAll
    static void compile() throws Exception {
        first = ReleaseFiles.read(Path.of("src/test/resources/release"));
        second = Orders.variant(first, 2);
        COMPILED.add(Releases.lease(first));
        COMPILED.add(Releases.lease(second));
    }

    @AfterAll
    static void letGo() {
        COMPILED.forEach(Releases.Lease::close);
    }

    @BeforeEach
    void start() throws Exception {
        open(new Orders(first));
    }

    @AfterEach
    void close() {
        book.close();
    }

    private void open(Orders with) throws Exception {
        orders = with;
        book = orders.book();
        Seat unused = book.seat(0, 1, LiveReleases.UNKNOWN);
        assertThat(unused.timeline().releases()).containsExactly(first.id());
    }

    @Test
    void goesThroughTheSteps() {
        orders.prepare(second);
        assertThat(orders.said()).containsExactly("0 PREPARED");
        orders.order(Kind.ACTIVATE, second.id(), NOON);
        assertThat(orders.said()).containsExactly("0 ARMED");
        orders.at(NOON);
        orders.tick();

        assertThat(orders.said()).containsExactly("0 LIVE");
        assertThat(book.timeline().slots()).hasSize(2);
    }

    @Test
    void saysSo_whenATaskHasComePastTheSwapBeforeItHeardOfIt() throws Exception {
        Seat ahead = book.seat(1, 2, LiveReleases.UNKNOWN);
        ahead.reach(NOON.plusSeconds(1).toEpochMilli());
        orders.prepare(second);
        orders.said();

        orders.order(Kind.ACTIVATE, second.id(), NOON);

        assertThat(orders.said()).containsExactlyInAnyOrder("0 ARMED", "1 LATE", "1 LIVE");
    }

    @Test
    void refuses_whatDoesNotCompile_withEveryFinding() {
        ReleaseFiles broken = with("moments/broken.drl", "rule \"broken\" when Nonsense() then end\n");

        orders.prepare(broken);
        assertThat(orders.said()).singleElement().asString().startsWith("0 REFUSED: moments/broken.drl:1");
        orders.order(Kind.ACTIVATE, broken.id(), NOON);
        assertThat(orders.said()).singleElement().asString().startsWith("0 REFUSED: moments/broken.drl:1");
        assertNothingHasChanged();
    }

    @Test
    void refuses_whatHangs_andGoesOnWithWhatDoesNot() throws Exception {
        Orders impatient = new Orders(first, Duration.ofMillis(100));
        CountDownLatch never = new CountDownLatch(1);
        book.close();
        open(impatient);
        orders.working(files -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                // As a release does that hangs for good.
            }
            throw new IllegalStateException("ended");
        });

        orders.prepare(second);

        assertThat(orders.said())
                .singleElement()
                .asString()
                .contains("it does not compile and run a few events within");
        assertNothingHasChanged();
        orders.working(Releases::lease);
        orders.prepare(second);
        assertThat(orders.said()).containsExactly("0 PREPARED");
    }

    @Test
    void refuses_whatExhaustsTheStack() {
        orders.working(files -> {
            throw new StackOverflowError();
        });

        orders.prepare(second);

        assertThat(orders.said())
                .containsExactly("0 REFUSED: it cannot be compiled or run: java.lang.StackOverflowError");
        assertNothingHasChanged();
    }

    @Test
    void refuses_whatIsTooLarge() {
        Random random = new Random(1);
        StringBuilder noise = new StringBuilder("// ");
        for (int i = 0; i < 100_000; i++) {
            noise.append((char) ('!' + random.nextInt(90)));
        }

        orders.prepare(with("moments/large.drl", noise + "\n"));

        assertThat(orders.said()).singleElement().asString().contains("bytes, packed (expected: at most 65536");
        assertNothingHasChanged();
    }

    @Test
    void refuses_otherContentThanWasSigned() {
        orders.spoil(second);
        orders.prepareWithoutBlob(second);

        assertThat(orders.said()).singleElement().asString().contains("its content has the hash");
        assertNothingHasChanged();
    }

    @Test
    void refuses_aStranger_andAChangedOrder_andNonsense() {
        orders.prepare(second, ReleaseKey.generate());
        assertThat(orders.said()).singleElement().asString().startsWith("0 REFUSED: it is signed by the key");

        SignedOrder signed = ReleaseOrderCodec.sign(orders.activation(second.id(), NOON), orders.key());
        orders.give(ReleaseOrderCodec.write(new SignedOrder(
                signed.id(),
                signed.time(),
                signed.statement().replace("\"tests\"", "\"boss\""),
                signed.key(),
                signed.signature())));
        assertThat(orders.said()).singleElement().asString().startsWith("0 REFUSED: the signature is not that");

        orders.give("{".getBytes(StandardCharsets.UTF_8));
        orders.give(new byte[0]);
        assertThat(orders.said()).isEmpty();
        assertNothingHasChanged();
    }

    @Test
    void refuses_oneKeyOnly_whenApprovalIsOn() throws Exception {
        book.close();
        ReleaseKey other = ReleaseKey.generate();
        open(new Orders(first, true, List.of(other)));
        orders.prepare(second);
        orders.said();

        orders.order(Kind.ACTIVATE, second.id(), NOON);
        assertThat(orders.said()).singleElement().asString().contains("expected: a second signature, by another key");
        assertNothingHasChanged();

        orders.order(Kind.ACTIVATE, second.id(), NOON, other);
        assertThat(orders.said()).containsExactly("0 ARMED");
    }

    @Test
    void aRestartComesToTheSame_andHearsWhatWasSaidLast() throws Exception {
        orders.prepare(second);
        orders.order(Kind.ACTIVATE, second.id(), NOON);
        orders.prepare(second, ReleaseKey.generate());
        Timeline before = book.timeline();
        book.close();
        orders.said();

        ReleaseBook again = orders.book();
        Seat seat = again.seat(0, 1, Long.MIN_VALUE);

        assertThat(seat.timeline().releases()).isEqualTo(before.releases());
        assertThat(seat.timeline().at(NOON.toEpochMilli() - 1)).isZero();
        assertThat(seat.timeline().at(NOON.toEpochMilli())).isEqualTo(1);
        assertThat(orders.said()).containsExactly("0 ARMED");
        again.close();
    }

    @Test
    void aReleaseThatWasLiveAndCannotRunAnyMore_leavesWhatWasLiveBefore() throws Exception {
        orders.prepare(second);
        orders.order(Kind.ACTIVATE, second.id(), NOON);
        book.close();
        orders.working(files -> {
            throw new IllegalStateException("not with this engine");
        });

        book = orders.book();

        assertNothingHasChanged();
    }

    private static ReleaseFiles with(String path, String text) {
        Map<String, String> files = new TreeMap<>(first.files());
        files.put(path, text);
        return new ReleaseFiles(files);
    }

    private void assertNothingHasChanged() {
        assertThat(book.timeline().slots()).hasSize(1);
        assertThat(book.timeline().releases()).containsExactly(first.id());
    }
}
