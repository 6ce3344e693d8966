package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.record.Traces;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Relations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Names of one customer: united in whatever order it is told, taken apart, forgotten. */
final class NamesTest {
    private static final Release RELEASE = RememberedThings.release("Asia/Shanghai", Duration.ofHours(6));
    private static final long NOON = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
    private static final List<String> FIVE = List.of("c1", "c2", "openid:o1", "device:d1", "phone:p1");

    private int next;

    @Property(tries = 200)
    void settleInOneRecordForEachCustomer_whateverIsLinkedAndWhen(@ForAll long seed) {
        Random random = new Random(seed);
        NaiveBank bank = new NaiveBank(RELEASE.calendar().zone());
        try (World world = new World(RELEASE, random, 600_000)) {
            long time = NOON;
            for (int i = 0; i < 25; i++) {
                time += random.nextInt(300_000);
                String name = FIVE.get(random.nextInt(5));
                EventBody body = random.nextInt(3) == 0
                        ? RandomLives.identity(FIVE.get(random.nextInt(5)))
                        : click("a", "p" + random.nextInt(3));
                Happened happened = new Happened("e" + i, name, time, body);
                world.advance(time);
                bank.take(happened);
                world.take(happened.event());
            }
            world.settle();

            for (Map.Entry<String, Set<String>> customer : bank.customers().entrySet()) {
                for (String name : customer.getValue()) {
                    String into = name;
                    for (int steps = 0; world.record(into).identity().into() != null; steps++) {
                        assertThat(steps).as("a ring at %s", name).isLessThan(FIVE.size());
                        into = world.record(into).identity().into();
                    }
                    assertThat(into).as("%s of %s", name, customer).isEqualTo(customer.getKey());
                }
            }
        }
    }

    @Test
    void takeInANameAgain_whenTheEndWasToldUnderTheOldName() {
        try (World world = world()) {
            take(world, "openid:o1", 0, RandomLives.identity("c1"));
            take(world, "openid:o1", 1, new CustomerLinked(Relations.IDENTITY, "c1", "customer", true));
            take(world, "openid:o1", 2, click("c", "p1"));
            assertThat(clicks(world, "c1")).as("parted").isEqualTo(0L);

            take(world, "openid:o1", 3, RandomLives.identity("c1"));

            assertThat(clicks(world, "c1")).isEqualTo(1L);
        }
    }

    @Test
    void areAllForgotten_whenOneOfThemIs() {
        try (World world = world()) {
            take(world, "openid:o1", 0, click("a", "secret-product"));
            take(world, "c1", 1, click("a", "secret-product"));
            take(world, "openid:o1", 2, RandomLives.identity("c1"));
            world.wake("c1", NOON + 3_600_000);
            assertThat(world.record("c1").openActions()).isNotEmpty();

            take(world, "openid:o1", 3_700_000, new CustomerErased("customer-request"));

            assertThat(world.cancelled)
                    .extracting(ActionCancelled::actionId)
                    .containsExactlyInAnyOrderElementsOf(
                            world.issued.stream().map(ActionIssued::id).toList());
            for (String name : List.of("c1", "openid:o1")) {
                assertThat(world.record(name).identity().isErased()).as(name).isTrue();
                assertThat(bytes(world, name)).doesNotContain("secret").doesNotContain(name.equals("c1") ? "o1" : "c1");
                Outcome straggler = take(world, name, 3_700_001, click("a", "p1"));
                assertThat(straggler.skipped()).isEqualTo("erased");
                assertThat(straggler.changed()).isFalse();
                world.wake(name, NOON + Duration.ofDays(402).toMillis());
                assertThat(world.records).doesNotContainKey(name);
            }
        }
    }

    @Test
    void takeBackWhatOneNameWaitedFor_whenTheOtherHadDoneIt() {
        try (World world = world()) {
            take(world, "openid:o1", 0, click("a", "p1"));
            take(world, "c1", 60_000, new CreditApplicationChanged("x", "p1", "applied", null));
            world.wake("openid:o1", NOON + 600_000);
            assertThat(world.issued).hasSize(1);

            take(world, "c1", 660_000, RandomLives.identity("openid:o1"));

            assertThat(world.cancelled)
                    .extracting(ActionCancelled::actionId, ActionCancelled::customer, ActionCancelled::reason)
                    .containsExactly(tuple(world.issued.get(0).id(), "openid:o1", "retracted"));
        }
    }

    @Test
    void leaveNothingBehind_whileStateIsWarmedUp() {
        try (World world = world()) {
            world.now = Now.warmUp(Instant.ofEpochMilli(NOON).plus(Duration.ofDays(1)), Now.EVENT_TIME);
            take(world, "openid:o1", 0, click("a", "p1"));
            world.wake("openid:o1", NOON + 3_600_000);
            take(world, "openid:o1", 3_700_000, RandomLives.identity("c1"));

            assertThat(clicks(world, "c1")).isEqualTo(1L);
            assertThat(world.decisions).isEmpty();
            assertThat(world.issued).isEmpty();
        }
    }

    private static World world() {
        return new World(RELEASE, new Random(1), 0);
    }

    private Outcome take(World world, String name, long after, EventBody body) {
        world.advance(NOON + after);
        Outcome outcome = world.take(World.event("n" + next++, name, NOON + after, body));
        world.settle();
        return outcome;
    }

    private static AppClick click(String page, String product) {
        return new AppClick(page, "view", product, null, null, null, null);
    }

    private static Object clicks(World world, String name) {
        return world.release
                .features()
                .at(NOON, world.record(name).features(), world.record(name).since())
                .value("clicksToday");
    }

    private static String bytes(World world, String name) {
        return Traces.of(CustomerStateCodec.bytes(world.record(name)));
    }
}
