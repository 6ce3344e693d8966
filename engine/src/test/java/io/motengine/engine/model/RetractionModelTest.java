package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.Now;
import io.motengine.engine.release.Release;
import io.motengine.schemas.action.ActionCancelled;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * An action that came of something not done is called back exactly once if it turns out that it had been done: however late
 * that comes within the allowance, twice, under another name, before or after two names have become one. What the channel has
 * ended by then, or what has expired, is left alone.
 *
 * <p>The model keeps every event, works out anew after each which absences are true, and keeps a list of what is out.
 */
final class RetractionModelTest {
    private static final String ZONE = "Europe/Berlin";
    private static final Release RELEASE = RememberedThings.release(ZONE, Duration.ofHours(6));
    private static final List<String> NAMES = List.of("c1", "openid:o1");
    private static final int DAYS = 40;

    /** What the model knows of what is out, by action id. */
    private final Map<String, ActionIssued> open = new TreeMap<>();

    private final List<String> expected = new ArrayList<>();

    @Property(tries = 120, seed = "20260311")
    void isCalledBackExactlyOnce_ifItTurnsOutToHaveBeenDone(@ForAll long seed) {
        open.clear();
        expected.clear();
        Random random = new Random(seed);
        NaiveBank bank = new NaiveBank(ZoneId.of(ZONE));
        try (World world = new World(RELEASE, random, 0)) {
            for (RandomLives.Arrived arrived : arrivals(random)) {
                Happened happened = arrived.happened();
                world.now = Now.wall(Instant.ofEpochMilli(arrived.at()));
                NAMES.forEach(name -> world.wake(name, arrived.at()));
                note(world, bank, arrived.at());
                bank.take(happened);
                world.take(happened.event());
                world.settle();
                note(world, bank, arrived.at());
                if (random.nextInt(10) == 0 && !world.issued.isEmpty()) {
                    feedback(world, random, arrived.at());
                }
            }
        }
        assertThat(expected).doesNotHaveDuplicates();
    }

    /** What is issued now is out; what is out and not true any more must just have been called back. */
    private void note(World world, NaiveBank bank, long now) {
        world.issued.forEach(action -> open.put(action.id(), action));
        List<ActionIssued> noted = List.copyOf(world.issued);
        world.issued.clear();
        open.values().removeIf(action -> action.expiresAt().toEpochMilli() <= now);
        Set<String> stand = new TreeSet<>();
        bank.customers().values().forEach(names -> stand.addAll(bank.patterns(names)));
        List<ActionIssued> gone = open.values().stream()
                .filter(action -> !stand.contains(action.momentInstance()))
                .toList();
        gone.forEach(action -> {
            expected.add(action.id());
            open.remove(action.id());
        });
        assertThat(world.cancelled)
                .as("of %s, issued %s", gone, noted)
                .extracting(ActionCancelled::actionId)
                .containsExactlyInAnyOrderElementsOf(
                        gone.stream().map(ActionIssued::id).toList());
        for (ActionCancelled cancelled : world.cancelled) {
            ActionIssued action = gone.stream()
                    .filter(one -> one.id().equals(cancelled.actionId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(cancelled.customer()).isEqualTo(action.customer());
            assertThat(cancelled.channel()).isEqualTo(action.channel());
            assertThat(cancelled.reason()).isEqualTo("retracted");
        }
        world.cancelled.clear();
    }

    private void feedback(World world, Random random, long at) {
        List<ActionIssued> out = List.copyOf(open.values());
        if (out.isEmpty()) {
            return;
        }
        ActionIssued about = out.get(random.nextInt(out.size()));
        world.take(World.event(
                "f" + at + random.nextInt(1_000_000),
                about.customer(),
                at,
                new Feedback(about.id(), about.channel(), Feedback.Outcome.REFUSED, null)));
        world.settle();
        open.remove(about.id());
    }

    /** Bursts of a few hours on days far apart; what was done comes up to five hours late, and some of it twice. */
    private static List<RandomLives.Arrived> arrivals(Random random) {
        List<RandomLives.Arrived> arrivals = new ArrayList<>();
        long day = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
        int next = 0;
        boolean linked = false;
        for (int burst = 0; burst < 4; burst++) {
            day += Duration.ofDays(3 + random.nextInt(DAYS)).toMillis();
            long time = day;
            for (int i = 0; i < 12; i++) {
                time += random.nextInt(12 * 60_000);
                EventBody body = random.nextInt(3) == 0
                        ? new CreditApplicationChanged("x", product(random), "applied", null)
                        : new AppClick("a", "view", product(random), null, null, null, null);
                String name = NAMES.get(random.nextInt(2));
                if (random.nextInt(linked ? 30 : 12) == 0) {
                    linked = true;
                    body = RandomLives.identity(NAMES.get(random.nextInt(2)));
                }
                Happened happened = new Happened("e" + next++, name, time, body);
                long at = time + (random.nextInt(3) == 0 ? random.nextInt(5 * 3_600_000) : 0);
                arrivals.add(new RandomLives.Arrived(at, happened));
                if (random.nextInt(4) == 0) {
                    arrivals.add(new RandomLives.Arrived(at + random.nextInt(3_600_000), happened));
                }
            }
        }
        arrivals.sort(Comparator.comparingLong(RandomLives.Arrived::at));
        return arrivals;
    }

    private static String product(Random random) {
        return "p" + random.nextInt(2);
    }
}
