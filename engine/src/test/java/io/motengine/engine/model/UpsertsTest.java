package io.motengine.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.event.CustomerListed;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is reported of a customer stands in the end as if it had been reported in order, in whichever order it came. */
final class UpsertsTest {
    private static final long NOON = Instant.parse("2026-03-10T04:00:00Z").toEpochMilli();
    private static final Release RELEASE = Models.bare("Europe/Berlin", "")
            .with("segments/all.drl", "rule \"everybody\" when Customer() then conclude.segment(\"all\"); end\n")
            .compile();

    @Property(tries = 300)
    void endUpTheSame_whateverTheOrderOfArrival(@ForAll long seed) {
        Random random = new Random(seed);
        List<EventEnvelope> events = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            events.add(World.event("e" + i, "c1", NOON + random.nextInt(8) * 1_000L, body(random)));
        }
        String inOrder = told(events, random);

        Collections.shuffle(events, random);
        List<EventEnvelope> twice = new ArrayList<>(events);
        twice.addAll(events.subList(0, 10));

        assertThat(told(twice, random)).isEqualTo(inOrder);
    }

    private static String told(List<EventEnvelope> events, Random random) {
        try (World world = new World(RELEASE, random, 0)) {
            events.forEach(world::take);
            CustomerState state = world.record("c1");
            return state.profile() + "\n" + state.holdings() + "\n" + state.lists();
        }
    }

    private static EventBody body(Random random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new ProfileUpdated(
                        null,
                        maybe(random, LocalDate.of(1980, 1, 1 + random.nextInt(28))),
                        null,
                        maybe(random, "R" + (1 + random.nextInt(5))),
                        maybe(random, new Money(random.nextInt(1_000), "CNY")),
                        null,
                        maybe(random, random.nextBoolean() ? "zh" : "en"),
                        maybe(random, "b" + random.nextInt(9)),
                        null,
                        maybe(random, List.of("push" + random.nextInt(3))),
                        maybe(random, List.of()),
                        null,
                        null);
            case 1 ->
                new HoldingUpdated(
                        "h" + random.nextInt(2),
                        "p" + random.nextInt(3),
                        "wealth",
                        maybe(random, new Money(random.nextInt(1_000), "CNY")),
                        null,
                        maybe(random, LocalDate.of(2026, 5, 1 + random.nextInt(28))),
                        random.nextBoolean() ? HoldingUpdated.Status.ACTIVE : HoldingUpdated.Status.CLOSED);
            default ->
                new CustomerListed(
                        "l" + random.nextInt(2),
                        random.nextBoolean(),
                        maybe(random, LocalDate.of(2026, 6, 1 + random.nextInt(28))));
        };
    }

    private static <T> T maybe(Random random, T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
