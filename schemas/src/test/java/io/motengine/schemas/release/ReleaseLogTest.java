package io.motengine.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseLogTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final String LI = "key-of-li";
    private static final String WANG = "key-of-wang";

    private ReleaseLog log = new ReleaseLog(false);
    private int orders;

    @Test
    void holdsWhatTheJobWasSubmittedWith_whenNothingWasOrdered() {
        assertThat(log.lineUps()).containsExactly(LineUp.FIRST);
    }

    @Test
    void changesNothing_whenOnlyPrepared() {
        prepare("a", LI);

        assertThat(log.lineUps()).containsExactly(LineUp.FIRST);
    }

    @Test
    void swapsAtTheTimesOrdered() {
        prepare("a", LI);
        prepare("b", LI);
        order(Kind.ACTIVATE, "a", 10, LI);
        order(Kind.ACTIVATE, "b", 20, LI);
        order(Kind.ROLLBACK, "a", 30, LI);
        order(Kind.ROLLBACK, ReleaseOrder.SUBMITTED, 40, LI);

        assertThat(log.lineUps())
                .extracting(LineUp::from, LineUp::live)
                .containsExactly(
                        tuple(Instant.MIN, "submitted"),
                        tuple(NOON.plusSeconds(10), "a"),
                        tuple(NOON.plusSeconds(20), "b"),
                        tuple(NOON.plusSeconds(30), "a"),
                        tuple(NOON.plusSeconds(40), "submitted"));
    }

    @Test
    void refuses_whatWasNeverPublished() {
        assertThat(order(Kind.ACTIVATE, "a", 10, LI))
                .isEqualTo("a was never published (expected: a release that was prepared before)");
    }

    @Test
    void refuses_toGoBackToWhatWasNeverLive() {
        prepare("a", LI);

        assertThat(order(Kind.ROLLBACK, "a", 10, LI)).startsWith("a was never live");
    }

    @Test
    void refuses_anOrderForAPastThatAnotherHasMade() {
        prepare("a", LI);
        prepare("b", LI);
        order(Kind.ACTIVATE, "a", 10, LI);

        assertThat(order(Kind.ACTIVATE, "b", 10, LI)).startsWith("at: ").contains("expected: later than");
        assertThat(log.lineUps()).hasSize(2);
    }

    @Test
    void anOrderTakesThePlaceOfOneThatHasNotBegun() {
        prepare("a", LI);
        prepare("b", LI);
        order(Kind.ACTIVATE, "a", 1_000, LI);

        ReleaseOrder instead = new ReleaseOrder(
                "now", NOON, Kind.ACTIVATE, "b", null, 0, NOON.plusSeconds(10), 0, List.of("1"), "li", null);
        assertThat(log.take(instead, LI)).isEmpty();

        assertThat(log.lineUps()).extracting(LineUp::live).containsExactly("submitted", "b");
    }

    @Test
    void refuses_anotherBlobUnderTheSameName() {
        prepare("a", LI);
        ReleaseOrder other = new ReleaseOrder(
                "x", NOON, Kind.ACTIVATE, "a", "another", 0, NOON.plusSeconds(10), 0, List.of(), "li", null);

        assertThat(log.take(other, LI).orElseThrow()).startsWith("blob: another (expected: blob-a");
    }

    @Test
    void refuses_aSecondSignatureByTheSameKey_whenApprovalIsOn() {
        log = new ReleaseLog(true);
        prepare("a", LI);

        assertThat(order(Kind.ACTIVATE, "a", 10, LI)).contains("expected: a second signature, by another key");
        assertThat(order(Kind.CANARY, "a", 10, LI)).contains("expected: a second signature, by another key");
        assertThat(order(Kind.ACTIVATE, "a", 10, WANG)).isNull();
    }

    @Test
    void goesBack_withOneKey_whenApprovalIsOn() {
        log = new ReleaseLog(true);
        prepare("a", LI);
        prepare("b", LI);
        order(Kind.ACTIVATE, "a", 10, WANG);
        order(Kind.ACTIVATE, "b", 20, WANG);

        assertThat(order(Kind.ROLLBACK, "a", 30, LI)).isNull();
    }

    @Test
    void aCanaryAndAShadowRunBesideWhatIsLive_untilItDecidesAlone() {
        prepare("a", LI);
        prepare("b", LI);
        prepare("c", LI);
        order(Kind.ACTIVATE, "a", 10, LI);
        order(Kind.CANARY, "b", 20, LI);
        order(Kind.SHADOW, "c", 30, LI);
        order(Kind.ALONE, "a", 40, LI);

        List<LineUp> lineUps = log.lineUps();
        assertThat(lineUps.get(3)).isEqualTo(new LineUp("3", NOON.plusSeconds(30), "a", "b", 500, "c"));
        assertThat(lineUps.get(4)).isEqualTo(new LineUp("4", NOON.plusSeconds(40), "a", null, 0, null));
    }

    @Test
    void anOrderThatTurnedOutImpossible_isAsIfNeverGiven() {
        prepare("a", LI);
        order(Kind.ACTIVATE, "a", 10, LI);

        log.refuse("1");

        assertThat(log.lineUps()).containsExactly(LineUp.FIRST);
    }

    @Test
    void whatAnImpossibleOrderWasToReplace_stands() {
        prepare("a", LI);
        prepare("b", LI);
        order(Kind.ACTIVATE, "a", 1_000, LI);
        ReleaseOrder instead = new ReleaseOrder(
                "now", NOON, Kind.ACTIVATE, "b", null, 0, NOON.plusSeconds(10), 0, List.of("1"), "li", null);
        log.take(instead, LI);

        log.refuse("now");

        assertThat(log.lineUps()).extracting(LineUp::live).containsExactly("submitted", "a");
        assertThat(order(Kind.ROLLBACK, "b", 2_000, LI)).startsWith("b was never live");
    }

    @Test
    void whatWasReplacedByAReleaseThatCannotRun_doesNotComeBackBehindALaterOrder() {
        prepare("a", LI);
        prepare("b", LI);
        prepare("c", LI);
        order(Kind.ACTIVATE, "a", 1_000, LI);
        log.take(
                new ReleaseOrder(
                        "now", NOON, Kind.ACTIVATE, "b", null, 0, NOON.plusSeconds(10), 0, List.of("1"), "li", null),
                LI);
        order(Kind.ACTIVATE, "c", 20, LI);

        log.refuseRelease("b");

        assertThat(log.lineUps()).extracting(LineUp::live).containsExactly("submitted", "c");
    }

    private void prepare(String release, String key) {
        assertThat(log.take(ReleaseOrder.prepare("p-" + release, NOON, release, "blob-" + release, 9, "li", null), key))
                .isEmpty();
    }

    /** The reason why not; null if it holds. */
    private String order(Kind kind, String release, int second, String key) {
        ReleaseOrder order = new ReleaseOrder(
                Integer.toString(orders + 1),
                NOON,
                kind,
                release,
                null,
                0,
                NOON.plusSeconds(second),
                kind == Kind.CANARY ? 500 : 0,
                List.of(),
                "li",
                null);
        String reason = log.take(order, key).orElse(null);
        orders += reason == null ? 1 : 0;
        return reason;
    }
}
