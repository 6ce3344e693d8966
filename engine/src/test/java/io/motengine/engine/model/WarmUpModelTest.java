package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Now;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.CustomerLinked;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Feedback;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A history that warms up and goes on live, against one that was decided all along: the records are the same to the byte, and so
 * is whatever is decided from then on. What was never issued is in no contact and no open action, and views begin with the first
 * change; nothing else differs. What linked customers are told of each other, a warm-up tells too.
 *
 * <p>Caps look back a day and a week, so where they bind, going live is on a Monday: then no contact that one of the two made
 * before counts any more.
 */
final class WarmUpModelTest {
    private static final Map<String, Release> RELEASES = new HashMap<>();
    private static final List<String> NAMES = List.of("c1", "openid:o1", "company1");
    private static final int EVENTS = 160;
    private static final long LATEST = 3 * 3_600_000L;

    /** What is put in, so that both runs get the same. */
    private record Step(long at, boolean wakes, EventEnvelope event) {}

    @Property(tries = 80, seed = "20260311")
    void leavesTheRecordsOfARunThatDecidedAllAlong_andDecidesOnLikeIt(@ForAll long seed) {
        Random random = new Random(seed);
        String zone = random.nextBoolean() ? "Europe/Berlin" : "Asia/Shanghai";
        boolean capped = random.nextBoolean();
        Release release = RELEASES.computeIfAbsent(
                zone + capped, key -> Everything.release(zone, capped ? 1 : 100, capped ? 2 : 500, "3d"));
        List<RandomDays.Arrived> life = new RandomDays(random, ZoneId.of(zone), NAMES, "").life(EVENTS, LATEST, 25);
        long middle =
                life.get(life.size() / 3 + random.nextInt(life.size() / 3)).at();
        long live = capped ? monday(middle, zone) : middle + random.nextInt(3) - 1;
        List<Step> steps = new ArrayList<>();
        try (World whole = new World(release, new Random(seed), 0);
                World warm = new World(release, new Random(seed), 0)) {
            warm.now = Now.warmUp(Instant.ofEpochMilli(live), Now.EVENT_TIME);
            whole.take(World.event("owner", "c1", life.get(0).at() - 1, owner()));
            warm.take(World.event("owner", "c1", life.get(0).at() - 1, owner()));
            for (RandomDays.Arrived arrived : life) {
                steps.add(new Step(arrived.at(), random.nextInt(3) > 0, arrived.event()));
                run(whole, steps.get(steps.size() - 1));
                // Whoever was warmed up knows nothing of what others issued before, and nobody of what ended long ago.
                Instant since =
                        Instant.ofEpochMilli(Math.max(arrived.at() - 14L * 86_400_000, arrived.at() < live ? 0 : live));
                List<ActionIssued> recent = whole.issued.stream()
                        .filter(action -> !action.time().isBefore(since))
                        .toList();
                if (random.nextInt(6) == 0 && !recent.isEmpty()) {
                    ActionIssued about = recent.get(random.nextInt(recent.size()));
                    steps.add(new Step(arrived.at(), false, feedback(about, arrived.at(), random)));
                    run(whole, steps.get(steps.size() - 1));
                }
            }
            long end = life.get(life.size() - 1).at() + 40L * 86_400_000;
            steps.forEach(step -> run(warm, step));
            wakeAll(whole, end);
            wakeAll(warm, end);

            Set<String> issued = warm.issued.stream().map(ActionIssued::id).collect(Collectors.toSet());
            assertThat(warm.issued).allMatch(action -> !action.time().isBefore(Instant.ofEpochMilli(live)));
            assertThat(warm.issued)
                    .isEqualTo(whole.issued.stream()
                            .filter(action -> !action.time().isBefore(Instant.ofEpochMilli(live)))
                            .toList());
            assertThat(warm.decisions).isEqualTo(since(live, whole.decisions));
            assertThat(warm.cancelled).extracting(ActionCancelled::actionId).allMatch(issued::contains);
            assertThat(warm.cancelled)
                    .isEqualTo(whole.cancelled.stream()
                            .filter(cancelled -> issued.contains(cancelled.actionId()))
                            .toList());
            assertThat(warm.records.keySet()).isEqualTo(whole.records.keySet());
            for (String name : whole.records.keySet()) {
                CustomerState of = comparable(whole, name, live);
                CustomerState to = comparable(warm, name, live);
                assertThat(to.contacts()).isEqualTo(of.contacts());
                assertThat(to.openActions()).isEqualTo(of.openActions());
                assertThat(CustomerStateCodec.bytes(to))
                        .as(() -> name + ": " + CustomerStateCodec.sizes(to) + "\nagainst "
                                + CustomerStateCodec.sizes(of))
                        .isEqualTo(CustomerStateCodec.bytes(of));
            }
        }
    }

    private static void run(World world, Step step) {
        if (step.wakes()) {
            wakeAll(world, step.at());
        }
        world.take(step.event());
        world.settle();
    }

    private static void wakeAll(World world, long at) {
        NAMES.forEach(name -> world.wake(name, at));
        world.settle();
    }

    private static List<DecisionRecord> since(long live, List<DecisionRecord> decisions) {
        return decisions.stream()
                .filter(decision -> decision.cause().time().toEpochMilli() >= live)
                .toList();
    }

    private static CustomerState comparable(World world, String name, long live) {
        CustomerState copy = CustomerStateCodec.state(CustomerStateCodec.bytes(world.record(name)));
        copy.contacts().removeIf(contact -> contact.at() < live);
        copy.openActions().removeIf(open -> open.issuedAt() < live);
        // What was not issued cannot be refused, and has no next step.
        copy.refusals().clear();
        copy.planned().removeIf(planned -> planned.happened() < live);
        copy.ended().clear();
        copy.shown().written(0, CustomerState.UNSET);
        return copy;
    }

    private static CustomerLinked owner() {
        return new CustomerLinked("owner", "company1", "customer", false);
    }

    private static EventEnvelope feedback(ActionIssued about, long at, Random random) {
        List<Feedback.Outcome> outcomes = List.of(Feedback.Outcome.values());
        return World.event(
                "f" + at + "-" + random.nextInt(1_000_000),
                about.customer(),
                at,
                new Feedback(about.id(), about.channel(), outcomes.get(random.nextInt(outcomes.size())), null));
    }

    private static long monday(long time, String zone) {
        return Instant.ofEpochMilli(time)
                .atZone(ZoneId.of(zone))
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneId.of(zone))
                .toInstant()
                .toEpochMilli();
    }
}
