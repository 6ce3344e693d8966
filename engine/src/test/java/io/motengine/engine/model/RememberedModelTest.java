package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.decision.DecisionRecord.PatternRetracted;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The engine as a whole against a model that keeps every event: events come late, twice and in any order, due work runs when it
 * is due or only with the next event, records are written and read back, names turn out to be one customer, and what records
 * tell each other takes its time.
 */
final class RememberedModelTest {
    private static final Duration SHORT = Duration.ofHours(6);

    /** Nothing is settled before all is over: only then does what two names did count together without a remainder. */
    private static final Duration LONG = Duration.ofDays(2_000);

    private static final int EVENTS = 120;
    private static final Map<String, Release> RELEASES = new TreeMap<>();

    @Property(tries = 60)
    void remembersWhatTheModelSays_ofOneCustomer(@ForAll long seed) {
        Random random = new Random(seed);
        String zone = zone(random);
        RandomLives lives = new RandomLives(random, ZoneId.of(zone), List.of("c1"), Duration.ofHours(4));
        run(random, zone, SHORT, lives, true);
    }

    @Property(tries = 60)
    void remembersWhatTheModelSays_ofCustomersUnderThreeNames(@ForAll long seed) {
        Random random = new Random(seed);
        String zone = zone(random);
        boolean patterns = random.nextBoolean();
        RandomLives lives = new RandomLives(
                random,
                ZoneId.of(zone),
                List.of("c1", "openid:o1", "device:d1"),
                patterns ? Duration.ofDays(5) : Duration.ofHours(3));
        run(random, zone, patterns ? LONG : SHORT, lives, patterns);
    }

    private static void run(Random random, String zone, Duration allowance, RandomLives lives, boolean patterns) {
        Release release = RELEASES.computeIfAbsent(zone + allowance, key -> RememberedThings.release(zone, allowance));
        NaiveBank bank = new NaiveBank(ZoneId.of(zone));
        boolean wakes = random.nextBoolean();
        try (World world = new World(release, random, Duration.ofMinutes(20).toMillis())) {
            for (RandomLives.Arrived arrived : lives.life(EVENTS)) {
                world.advance(arrived.at());
                if (wakes) {
                    wake(world, arrived.at());
                }
                bank.take(arrived.happened());
                world.take(arrived.happened().event());
                if (random.nextInt(15) == 0) {
                    world.settle();
                    compare(world, bank);
                }
            }
            world.settle();
            compare(world, bank);
            List.copyOf(world.records.keySet()).forEach(name -> world.wake(name, Long.MAX_VALUE / 4));
            if (patterns) {
                comparePatterns(world, bank);
            }
        }
    }

    /** Whoever has something due by now, as the shell does. */
    private static void wake(World world, long now) {
        for (CustomerState state : List.copyOf(world.records.values())) {
            if (state.nextDue() <= now) {
                world.wake(state.customer(), now);
            }
        }
    }

    private static void compare(World world, NaiveBank bank) {
        bank.customers().forEach((remaining, names) -> {
            CustomerState state = world.record(remaining);
            assertThat(state.identity().into()).as(remaining).isNull();
            for (String name : names) {
                String into = name.equals(remaining) ? null : "another";
                assertThat(world.record(name).identity().into() == null ? null : "another")
                        .as("%s of %s", name, names)
                        .isEqualTo(into);
            }
            long at = Math.max(Math.max(state.clock(), state.highWater()), bank.newest(names));
            long since = names.stream()
                    .mapToLong(name -> world.known.getOrDefault(name, Long.MAX_VALUE))
                    .min()
                    .orElseThrow();
            Map<String, Object> values = new TreeMap<>();
            for (FeatureSpec spec : RememberedThings.features()) {
                values.put(
                        spec.id(),
                        world.release
                                .features()
                                .at(at, state.features(), state.since())
                                .value(spec.id()));
            }
            assertThat(values).as("%s at %s", names, at).isEqualTo(bank.features(names, at, since));
        });
    }

    private static void comparePatterns(World world, NaiveBank bank) {
        TreeSet<String> standing = new TreeSet<>();
        TreeSet<String> expected = new TreeSet<>();
        for (DecisionRecord decision : world.decisions) {
            for (PatternRetracted gone : decision.retracted()) {
                assertThat(standing.removeIf(
                                one -> one.equals(gone.instance()) || one.startsWith(gone.instance() + "#")))
                        .as("taken back without having been raised: %s", gone)
                        .isTrue();
            }
            for (MomentRaised moment : decision.moments()) {
                assertThat(standing.add(moment.instance()))
                        .as("raised twice: %s", moment)
                        .isTrue();
            }
        }
        bank.customers().values().forEach(names -> expected.addAll(bank.patterns(names)));
        assertThat(standing).isEqualTo(expected);
    }

    private static String zone(Random random) {
        return random.nextBoolean() ? "Europe/Berlin" : "Asia/Shanghai";
    }
}
