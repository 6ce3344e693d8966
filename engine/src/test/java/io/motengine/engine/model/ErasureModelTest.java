package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motengine.engine.Outcome;
import io.motengine.engine.identity.Names;
import io.motengine.engine.record.Traces;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.engine.state.Link;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.ProfileUpdated;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * A customer under three names is erased at some moment of a random life, with messages between the names still under way: in
 * the end nothing of the life is in any record, to the byte; everything out is called back; what leaves from then on names
 * nothing but the id; and nothing that comes late changes that.
 *
 * <p>Everything of the customer has a mark in it that nothing else has.
 */
final class ErasureModelTest {
    private static final Map<String, Release> RELEASES = new HashMap<>();
    private static final String MARK = "-zq7-";
    private static final List<String> NAMES = List.of("c" + MARK, "openid:o" + MARK, "phone:138" + MARK);
    private static final String COMPANY = "company";
    private static final long LATEST = 3 * 3_600_000L;
    private static final long MARKER_DAYS = 400;

    @Property(tries = 120, seed = "20260311")
    void leavesNothingOfTheCustomer_whateverWasUnderWay(@ForAll long seed) {
        Random random = new Random(seed);
        String zone = random.nextBoolean() ? "Europe/Berlin" : "Asia/Shanghai";
        Release release = RELEASES.computeIfAbsent(zone, key -> Everything.release(zone, 5, 20, "3d"));
        List<RandomDays.Arrived> life = new RandomDays(random, ZoneId.of(zone), NAMES, MARK).life(60, LATEST, 15);
        try (World world = new World(release, random, random.nextBoolean() ? 0 : 1_200_000)) {
            world.take(World.event("own", NAMES.get(0), life.get(0).at() - 1, owns()));
            int end = 20 + random.nextInt(40);
            for (RandomDays.Arrived arrived : life.subList(0, end)) {
                world.advance(arrived.at());
                if (random.nextBoolean()) {
                    wakeAll(world, arrived.at());
                }
                world.take(arrived.event());
            }
            long now = life.get(end - 1).at();
            Set<String> one = names(life.subList(0, end));
            String remaining = one.stream().reduce(Names::remaining).orElseThrow();
            List<ActionIssued> out = open(world, one, now);

            EventEnvelope erasure = World.event("erase", remaining, now + 1, new CustomerErased("customer-request"));
            world.decisions.clear();
            world.told.clear();
            world.issued.clear();
            world.take(erasure);
            world.settle();

            calledBack(world, out, one, now);
            saysNothing(world, one);
            for (String name : one) {
                isBlank(world, name, now + 1);
            }
            world.decisions.clear();
            world.cancelled.clear();
            world.told.clear();
            stragglersAreNobodys(world, life, one);
            staysWithTheCompany(world);
            world.wake(remaining, now + Duration.ofDays(MARKER_DAYS + 2).toMillis());
            assertThat(world.records).as("marker").doesNotContainKey(remaining);
        }
    }

    @Property(tries = 30, seed = "20260311")
    void leavesNothingToWhoeverOpensAnAccountAfterwards(@ForAll long seed) {
        Random random = new Random(seed);
        String zone = "Asia/Shanghai";
        Release release = RELEASES.computeIfAbsent(zone, key -> Everything.release(zone, 5, 20, "3d"));
        List<RandomDays.Arrived> life =
                new RandomDays(random, ZoneId.of(zone), NAMES.subList(0, 1), MARK).life(40, LATEST, 0);
        long now = life.get(life.size() - 1).at() + 1;
        LocalDate today = Instant.ofEpochMilli(now).atZone(ZoneId.of(zone)).toLocalDate();
        try (World world = new World(release, random, 0);
                World other = new World(release, random, 0)) {
            life.forEach(arrived -> world.take(arrived.event()));
            world.take(World.event("erase", NAMES.get(0), now, new CustomerErased(null)));
            ProfileUpdated opened = new ProfileUpdated(
                    null, null, today, null, null, null, null, null, null, List.of("push"), null, null, null);
            world.take(World.event("open", NAMES.get(0), now + 1, opened));
            other.take(World.event("open", NAMES.get(0), now + 1, opened));
            List<RandomDays.Arrived> later =
                    new RandomDays(random, ZoneId.of(zone), NAMES.subList(0, 1), "").life(30, 0, 0);
            long shift = now + 2 - later.get(0).at();
            for (RandomDays.Arrived arrived : later) {
                EventEnvelope event = arrived.event();
                EventEnvelope shifted = new EventEnvelope(
                        "n" + event.id(),
                        event.source(),
                        event.type(),
                        event.subject(),
                        event.time().plusMillis(shift),
                        event.body());
                world.issued.clear();
                world.take(shifted);
                int before = other.issued.size();
                other.take(shifted);
                assertThat(world.issued).isEqualTo(other.issued.subList(before, other.issued.size()));
            }
            assertThat(described(world.record(NAMES.get(0)), release, now))
                    .isEqualTo(described(other.record(NAMES.get(0)), release, now));
        }
    }

    @Test
    void reachesTheNameWhoseRecordWasOnItsWay() {
        Release release = RELEASES.computeIfAbsent("Asia/Shanghai", key -> Everything.release(key, 5, 20, "3d"));
        long noon = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
        String customer = NAMES.get(0);
        String name = NAMES.get(1);
        try (World world = new World(release, new Random(3), 600_000)) {
            world.advance(noon);
            for (int i = 0; i < 3; i++) {
                AppClick click = new AppClick("b", "view", "p" + MARK, null, null, null, null);
                world.take(World.event("e" + i, name, noon + i, click));
            }
            world.take(World.event("e3", customer, noon, new AppClick("c", "view", null, null, null, null, null)));
            assertThat(world.issued).isNotEmpty();
            world.take(World.event("link", name, noon + 10, RandomLives.identity(customer)));
            world.take(World.event("erase", customer, noon + 20, new CustomerErased("customer-request")));
            assertThat(world.cancelled).isEmpty();

            world.settle();

            assertThat(new HashSet<>(world.cancelled))
                    .extracting(ActionCancelled::actionId, ActionCancelled::customer, ActionCancelled::reason)
                    .containsExactly(tuple(world.issued.get(0).id(), name, "erased"));
            isBlank(world, name, noon + 20);
            isBlank(world, customer, noon + 20);
        }
    }

    private static String described(CustomerState state, Release release, long at) {
        return state.tier()
                + state.stages().entries()
                + state.segments()
                + state.profile()
                + state.holdings()
                + state.lists()
                + state.contacts()
                + state.openActions()
                + state.nextDue()
                + release.features()
                        .at(Math.max(at, state.clock()), state.features(), state.since())
                        .texts();
    }

    /** The names that have been said to be one with the first. */
    private static Set<String> names(List<RandomDays.Arrived> taken) {
        Set<String> one = new HashSet<>(NAMES.subList(0, 1));
        for (int times = 0; times < NAMES.size(); times++) {
            for (RandomDays.Arrived arrived : taken) {
                if (arrived.event().type().equals(EventTypes.CUSTOMER_LINKED)) {
                    String other = other(arrived.event());
                    if (one.contains(other) || one.contains(arrived.event().subject())) {
                        one.add(other);
                        one.add(arrived.event().subject());
                    }
                }
            }
        }
        return one;
    }

    private static String other(EventEnvelope event) {
        String body = new String(event.body(), StandardCharsets.UTF_8);
        return NAMES.stream()
                .filter(name -> body.contains("\"" + name.substring(name.indexOf(':') + 1) + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static List<ActionIssued> open(World world, Set<String> names, long now) {
        Set<String> cancelled = new HashSet<>();
        world.cancelled.forEach(gone -> cancelled.add(gone.actionId()));
        world.cancelled.clear();
        return world.issued.stream()
                .filter(action -> names.contains(action.customer()))
                .filter(action -> action.expiresAt().toEpochMilli() > now + 1 && !cancelled.contains(action.id()))
                .toList();
    }

    /** What is out at that moment, and what went out before the news reached the last name; told twice it says the same. */
    private static void calledBack(World world, List<ActionIssued> out, Set<String> one, long now) {
        Set<String> expected = new HashSet<>();
        out.forEach(action -> expected.add(action.id()));
        Set<String> called = new HashSet<>();
        world.cancelled.forEach(gone -> called.add(gone.actionId()));
        assertThat(called).containsAll(expected);
        world.issued.stream()
                .filter(action -> one.contains(action.customer()))
                .filter(action -> action.expiresAt().toEpochMilli() > now + 1)
                .forEach(action -> assertThat(called).contains(action.id()));
        assertThat(new HashSet<>(world.cancelled).size()).isEqualTo(called.size());
    }

    /** Names stand for themselves; nothing else that has the mark may be said. */
    private static void saysNothing(World world, Set<String> one) {
        for (DecisionRecord decision : world.decisions) {
            if (one.contains(decision.customer())
                    && decision.cause().eventType().equals(EventTypes.CUSTOMER_ERASED)) {
                assertThat(withoutNames(decision.toString())).doesNotContain(MARK);
                assertThat(decision.tier() + decision.stage() + decision.segments() + decision.features())
                        .isEqualTo("[]{}");
            }
        }
        for (EventEnvelope event : world.told) {
            if (event.type().equals(EventTypes.CUSTOMER_ERASED)) {
                assertThat(new String(event.body(), StandardCharsets.UTF_8)).doesNotContain(MARK);
            }
        }
        world.cancelled.forEach(ErasureModelTest::namesTheActionOnly);
    }

    private static void namesTheActionOnly(ActionCancelled cancelled) {
        assertThat(withoutNames(cancelled.toString())).doesNotContain(MARK);
    }

    private static String withoutNames(String text) {
        String without = text;
        for (String name : NAMES) {
            without = without.replace(name, "");
        }
        return without;
    }

    /** The record is that of a stranger who was erased, to the byte. */
    private static void isBlank(World world, String name, long since) {
        world.reconsider(name);
        CustomerState state = world.record(name);
        CustomerState stranger = new CustomerState(name);
        while (stranger.sequence() < state.sequence()) {
            stranger.nextSequence();
        }
        stranger.identity().erasedAt(since);
        World.meet(stranger, world.release);
        assertThat(state.identity().erasedAt())
                .as("%s: %s", name, CustomerStateCodec.sizes(state))
                .isEqualTo(since);
        assertThat(CustomerStateCodec.bytes(state)).as(name).isEqualTo(CustomerStateCodec.bytes(stranger));
        assertThat(Traces.of(CustomerStateCodec.bytes(state)).replace(name, "")).doesNotContain("zq7");
    }

    /** Everything comes again, the erasure's own past and what was under way included. */
    private static void stragglersAreNobodys(World world, List<RandomDays.Arrived> life, Set<String> one) {
        for (RandomDays.Arrived arrived : life) {
            EventEnvelope event = arrived.event();
            if (one.contains(event.subject())) {
                byte[] before = CustomerStateCodec.bytes(world.record(event.subject()));
                Outcome outcome = world.take(event);
                assertThat(outcome.skipped()).isEqualTo("erased");
                assertThat(outcome.changed()).isFalse();
                assertThat(CustomerStateCodec.bytes(world.record(event.subject())))
                        .isEqualTo(before);
            }
        }
        assertThat(world.issued.stream().filter(action -> one.contains(action.customer())))
                .isEmpty();
        assertThat(world.decisions).isEmpty();
        assertThat(world.cancelled).isEmpty();
        // What links the names is answered by each that is erased: the other may not have heard of it.
        assertThat(world.told).allMatch(event -> event.type().equals(EventTypes.CUSTOMER_ERASED));
    }

    /** Whoever was linked is told nothing, and keeps the id as the other end of the tie; nothing else of the customer. */
    private static void staysWithTheCompany(World world) {
        CustomerState company = world.record(COMPANY);
        assertThat(company.identity().isErased()).isFalse();
        assertThat(company.links().keySet()).extracting(Link::other).isSubsetOf(NAMES);
        company.openActions().clear();
        company.links().clear();
        assertThat(Traces.of(CustomerStateCodec.bytes(company))).doesNotContain("zq7");
    }

    private static void wakeAll(World world, long at) {
        NAMES.forEach(name -> world.wake(name, at));
    }

    private static CustomerLinked owns() {
        return new CustomerLinked("owns", COMPANY, "customer", false);
    }
}
