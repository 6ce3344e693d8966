package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CustomerErased;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Releases follow each other over two years of a customer whose record is written and read back: at any time features, patterns,
 * daily ticks, waves and stages are what the releases that were there make of what arrived while they were.
 *
 * <p>Clicks and money come late and twice. What moves the customer to another stage, and what is reported, comes in order: rules
 * decide upon it as it comes.
 */
final class ReleaseChangesTest {
    private static final List<Release> COMPILED =
            Variant.ALL.stream().map(Variant::compile).toList();
    private static final ZoneId ZONE = ZoneId.of(Variant.ZONE);
    private static final int EVENTS = 260;
    private static final int LATEST = 3 * 3_600_000;

    @Property(tries = 60, seed = "20260311")
    void areMetByARecordThatLives(@ForAll long seed) {
        Random random = new Random(seed);
        int first = random.nextInt(COMPILED.size());
        try (World world = new World(COMPILED.get(first), random, 0)) {
            NaiveReleases naive = new NaiveReleases(world, Variant.ALL.get(first));
            long last = 0;
            for (RandomLives.Arrived arrived : life(random)) {
                naive.wake(arrived.at());
                if (random.nextInt(12) == 0) {
                    int next = random.nextInt(COMPILED.size());
                    world.release = COMPILED.get(next);
                    if (random.nextBoolean()) {
                        world.reconsider("c1");
                    }
                    naive.change(Variant.ALL.get(next));
                    naive.wake(arrived.at());
                }
                naive.take(arrived.happened());
                if (random.nextInt(3) == 0) {
                    naive.compareFeatures();
                }
                last = arrived.at();
            }
            naive.wake(last + 100L * 86_400_000);
            naive.comparePatterns();
            assertThat(naive.ticks).isNotEmpty();
        }
    }

    @Test
    void areMetByWhoeverWasForgotten_andComesBack() {
        long noon = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
        LocalDate today = LocalDate.of(2026, 3, 10);
        try (World world = new World(COMPILED.get(0), new Random(1), 0)) {
            world.take(World.event("e1", "c1", noon, click("a", "p0")));
            world.take(World.event("e2", "c1", noon + 1, new CustomerErased(null)));
            for (Release release : COMPILED) {
                world.release = release;
                world.reconsider("c1");
            }
            world.take(World.event("e3", "c1", noon + 2, opened(today)));
            world.take(World.event("e4", "c1", noon + 3, click("a", "p0")));

            CustomerState state = world.record("c1");
            assertThat(world.release
                            .features()
                            .at(noon + 3, state.features(), state.since())
                            .texts())
                    .containsEntry("clicks", "1 (since 2026-03-10)");
        }
    }

    private static ProfileUpdated opened(LocalDate day) {
        return new ProfileUpdated(null, null, day, null, null, null, null, null, null, null, null, null, null);
    }

    private static List<RandomLives.Arrived> life(Random random) {
        List<RandomLives.Arrived> life = new ArrayList<>();
        long time = LocalDate.of(2024, 9, 20 + random.nextInt(10))
                .atStartOfDay(ZONE)
                .toInstant()
                .toEpochMilli();
        for (int i = 0; i < EVENTS; i++) {
            time += gap(random, time);
            int what = random.nextInt(20);
            boolean inOrder = what < 8;
            // Of two reports of one moment neither is the newer.
            time += inOrder ? 1 : 0;
            LocalDate today = day(time);
            Happened happened = new Happened("e" + i, "c1", time, inOrder ? ordered(what, random, today) : any(random));
            long at = inOrder || random.nextInt(3) > 0 ? time : time + random.nextInt(LATEST);
            life.add(new RandomLives.Arrived(at, happened));
            if (!inOrder && random.nextInt(5) == 0) {
                life.add(new RandomLives.Arrived(at + random.nextInt(LATEST), happened));
            }
        }
        life.sort(Comparator.comparingLong(RandomLives.Arrived::at));
        return life;
    }

    private static long gap(Random random, long time) {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1, 2, 3, 4 -> random.nextInt(900_000);
            case 5 -> 600_000;
            case 6 -> day(time).plusDays(1).atStartOfDay(ZONE).toInstant().toEpochMilli() - time;
            case 7 ->
                day(time).plusDays(1).atTime(8, 0).atZone(ZONE).toInstant().toEpochMilli() - time;
            case 8, 9 -> random.nextInt(86_400_000);
            case 10 -> random.nextInt(6 * 86_400_000);
            default -> (long) (random.nextDouble() * 25 * 86_400_000);
        };
    }

    private static EventBody ordered(int what, Random random, LocalDate today) {
        return switch (what) {
            case 0, 1, 2 -> click("open", "p0");
            case 3 -> click("settle", "p0");
            case 4 -> click("goal", "p0");
            case 5 ->
                new ProfileUpdated(
                        null,
                        LocalDate.of(1980, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                        random.nextBoolean() ? today : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            default ->
                new HoldingUpdated(
                        "h" + random.nextInt(2),
                        "w",
                        random.nextBoolean() ? "wealth" : "card",
                        null,
                        null,
                        today.plusDays(5 + random.nextInt(20)),
                        random.nextInt(4) == 0 ? HoldingUpdated.Status.CLOSED : HoldingUpdated.Status.ACTIVE);
        };
    }

    private static EventBody any(Random random) {
        String product = "p" + random.nextInt(2);
        return switch (random.nextInt(5)) {
            case 0 ->
                new TransactionPosted(
                        "acc",
                        random.nextBoolean() ? TransactionPosted.Direction.CREDIT : TransactionPosted.Direction.DEBIT,
                        new Money(1 + random.nextInt(1_000_000), "CNY"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case 1 -> new CreditApplicationChanged("a", product, random.nextBoolean() ? "applied" : "signed", null);
            default -> click(String.valueOf("abbc".charAt(random.nextInt(4))), product);
        };
    }

    private static AppClick click(String page, String product) {
        return new AppClick(page, "view", product, null, null, null, null);
    }

    static LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atZone(ZONE).toLocalDate();
    }
}
