package io.motengine.jobs.decide;

import static io.motengine.jobs.decide.Harness.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.ClockMode;
import io.motengine.jobs.config.DueConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.Orders;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.testing.Events;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.release.ReleaseFiles;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which release decides what, around a swap and after a crash, with one task and time stepped by hand. */
class HotSwapTest {
    private static final ReleaseFiles FIRST = Harness.release("release");
    private static final ReleaseFiles SECOND = Orders.variant(FIRST, 2);
    private static final ReleaseFiles THIRD = Orders.variant(FIRST, 3);
    private static final ReleaseFiles WITH_DATES = Harness.release("savepoint-v1/release");

    private static final List<Releases.Lease> COMPILED = new ArrayList<>();

    private final Orders orders = new Orders(FIRST);
    private Harness harness;

    /** Once for all tests. */
    @BeforeAll
    static void compile() throws Exception {
        for (ReleaseFiles files : List.of(FIRST, SECOND, THIRD, WITH_DATES)) {
            COMPILED.add(Releases.lease(files));
        }
    }

    @AfterAll
    static void letGo() {
        COMPILED.forEach(Releases.Lease::close);
        assertThat(Releases.held()).isZero();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
        assertThat(Releases.held()).isEqualTo(COMPILED.size());
    }

    @Test
    void decidesByTheReleaseOfItsTime() throws Exception {
        harness = open(null);
        publish(SECOND, 10);

        credit("a", 9);
        credit("b", 11);
        credit("c", 9);

        assertThat(deciders())
                .containsEntry("a", FIRST.id())
                .containsEntry("b", SECOND.id())
                .containsEntry("c", FIRST.id());
    }

    @Test
    void takesOverWhatWasWarmedUpForIt_withTheFirstEventThatKnowsOfTheSwap() throws Exception {
        harness = open(null);
        orders.prepare(SECOND);
        assertThat(orders.waiting()).containsExactly(SECOND.id());
        credit("a", 1);
        assertThat(orders.waiting()).as("it is not ordered to decide yet").containsExactly(SECOND.id());

        orders.order(Kind.ACTIVATE, SECOND.id(), at(10));
        credit("b", 2);

        assertThat(orders.waiting()).isEmpty();
    }

    /** The first run hears of the swap late in the stream, the second before its first event. */
    @Test
    void decidesTheSame_whenDecidedAgainAfterACrash() throws Exception {
        harness = open(null);
        credit("a", 1);
        OperatorSubtaskState checkpoint = harness.flink().snapshot(1, 1);
        credit("b", 2);
        publish(SECOND, 5);
        credit("c", 3);
        credit("d", 6);
        publish(THIRD, 8);
        credit("e", 7);
        credit("f", 9);
        credit("g", 4);
        Map<String, String> before = deciders();
        before.remove("a");
        harness.close();

        harness = open(checkpoint);
        credit("b", 2);
        credit("c", 3);
        credit("d", 6);
        credit("e", 7);
        credit("f", 9);
        credit("g", 4);

        assertThat(deciders()).isEqualTo(before);
        assertThat(before)
                .containsEntry("b", FIRST.id())
                .containsEntry("d", SECOND.id())
                .containsEntry("f", THIRD.id())
                .containsEntry("g", FIRST.id());
    }

    @Test
    void startsWithWhatWasLive() throws Exception {
        orders.prepare(SECOND);
        orders.order(Kind.ACTIVATE, SECOND.id(), NOON.minusSeconds(60));

        harness = open(null);
        credit("a", 1);

        assertThat(deciders()).containsEntry("a", SECOND.id());
    }

    @Test
    void aCustomerNeverGoesBackToAnEarlierRelease_exceptByARollback() throws Exception {
        harness = open(null);
        publish(SECOND, 10);

        harness.process(Events.credit("late-1", "c", at(11), 50_000));
        harness.process(Events.credit("late-2", "c", at(9), 50_001));
        assertThat(decidersOf("c")).containsOnly(SECOND.id());

        orders.order(Kind.ROLLBACK, "submitted", at(20));
        harness.process(Events.credit("late-3", "c", at(21), 50_002));
        assertThat(lastDecider()).isEqualTo(FIRST.id());
    }

    /** It looked at the record, whatever it thought of the event, and what is decided again after a crash must go the same way. */
    @Test
    void aRecordThatHasMetTheNewReleaseWithARefusedEvent_staysWithIt_throughACrash() throws Exception {
        harness = open(null);
        publish(SECOND, 10);
        credit("c", 1);
        harness.flink().snapshot(1, 1);
        // Its clock is an hour behind it.
        EventEnvelope future =
                EnvelopeReader.read(null, Events.credit("future", "c", at(3_600), 1), RecordHeaders.NONE);
        harness.flink()
                .processElement(
                        new Decidable(future, new Origin(Topics.TRANSACTIONS, 0, 99), 0, NOON.toEpochMilli()), 0);
        OperatorSubtaskState refused = harness.flink().snapshot(2, 2);
        harness.process(Events.credit("next", "c", at(2), 50_001));
        String undisturbed = lastDecider();
        harness.close();

        harness = open(refused);
        harness.process(Events.credit("next", "c", at(2), 50_001));

        assertThat(harness.tally("dead-letters.time-in-future")).isOne();
        assertThat(lastDecider()).isEqualTo(undisturbed);
    }

    /** What a customer holds drives no time, and is told of as it changes. */
    @Test
    void aRecordThatHasMetTheNewRelease_staysWithIt() throws Exception {
        harness = open(null);
        publish(SECOND, 10);

        harness.process(Events.holds("h-1", "c", at(11), LocalDate.parse("2026-03-20")));
        harness.process(Events.credit("t-1", "c", at(9), 50_000));

        assertThat(decidersOf("c")).isNotEmpty().containsOnly(SECOND.id());
    }

    @Test
    void letsGoOfTheOldRelease_whenACheckpointIsBehindTheSwap() throws Exception {
        harness = open(null);
        ReleaseFiles fourth = Orders.variant(FIRST, 4);
        publish(fourth, 10);
        orders.prepare(SECOND);
        orders.order(Kind.ACTIVATE, SECOND.id(), at(11));
        credit("b", 11);
        assertThat(held()).isEqualTo(1);

        harness.watermark(at(12));
        harness.flink().snapshot(1, 1);
        orders.tick();
        assertThat(held()).as("a crash may go back before the swap").isEqualTo(1);
        harness.flink().notifyOfCompletedCheckpoint(1);
        orders.tick();

        assertThat(held()).isZero();
        credit("late", 9);
        assertThat(deciders()).containsEntry("late", SECOND.id());
    }

    @Test
    void sleepingCustomersHearOfASwap() throws Exception {
        harness = open(null);
        harness.process(Events.holds("h-1", "c-1", NOON, LocalDate.parse("2026-03-20")));
        assertThat(harness.flink().numEventTimeTimers()).isZero();
        publish(WITH_DATES, 10);

        harness.watermark(at(9));
        harness.pass(100);
        assertThat(harness.flink().numEventTimeTimers()).isZero();
        harness.watermark(at(10));
        harness.pass(100);
        assertThat(harness.flink().numEventTimeTimers()).isEqualTo(1);
    }

    @Test
    void onlyTheShareGetsACanary() throws Exception {
        harness = open(null);
        orders.prepare(SECOND);
        orders.order(Kind.CANARY, SECOND.id(), at(10));

        for (int i = 0; i < 200; i++) {
            credit("c-" + i, 11);
        }

        Map<String, String> deciders = deciders();
        assertThat(deciders.values().stream().filter(SECOND.id()::equals).count())
                .isBetween(70L, 130L);
        assertThat(deciders.values()).containsOnly(FIRST.id(), SECOND.id());
    }

    @Test
    void aShadowDecidesToo_andNothingOfItLeaves() throws Exception {
        harness = open(null);
        orders.prepare(SECOND);
        orders.order(Kind.SHADOW, SECOND.id(), at(10));

        credit("a", 9);
        credit("b", 11);

        assertThat(harness.customers(Topics.SHADOW_DECISIONS)).containsExactly("b");
        assertThat(harness.customers(Topics.DECISIONS)).containsExactly("a", "b");
        assertThat(harness.customers(Topics.actions("app-push"))).containsExactly("a", "b");
        assertThat(deciders().values()).containsOnly(FIRST.id());
    }

    private Harness open(OperatorSubtaskState restored) throws Exception {
        DecideSettings settings =
                Harness.settings(FIRST, ClockMode.WALL, Ordering.ARRIVAL, null, new DueConfig(null, 1_000));
        // With records at hand, which only RocksDB has.
        return new Harness(
                new DecideOperator(settings.following(orders.feed())), new EmbeddedRocksDBStateBackend(), restored);
    }

    private static int held() {
        return Releases.held() - COMPILED.size();
    }

    private void publish(ReleaseFiles release, int second) {
        orders.prepare(release);
        orders.order(Kind.ACTIVATE, release.id(), at(second));
    }

    private void credit(String customer, int second) throws Exception {
        harness.process(Events.credit("t-" + customer, customer, at(second), 50_000));
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private Map<String, String> deciders() throws Exception {
        Map<String, String> deciders = new LinkedHashMap<>();
        for (DecisionRecord decision : decisions()) {
            deciders.put(decision.customer(), decision.release());
        }
        return deciders;
    }

    private List<String> decidersOf(String customer) throws Exception {
        return decisions().stream()
                .filter(decision -> decision.customer().equals(customer))
                .map(DecisionRecord::release)
                .toList();
    }

    private String lastDecider() throws Exception {
        List<DecisionRecord> all = decisions();
        return all.get(all.size() - 1).release();
    }

    private List<DecisionRecord> decisions() throws Exception {
        List<DecisionRecord> decisions = new ArrayList<>();
        for (var record : harness.written()) {
            if (record.topic().equals(Topics.DECISIONS)) {
                decisions.add(DecisionCodec.read(record.value()));
            }
        }
        return decisions;
    }
}
