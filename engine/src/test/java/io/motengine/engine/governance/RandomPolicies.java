package io.motengine.engine.governance;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.Hours;
import io.motengine.engine.catalog.Product;
import io.motengine.engine.governance.ContactRules.Cap;
import io.motengine.engine.governance.ContactRules.Holidays;
import io.motengine.engine.governance.ContactRules.Period;
import io.motengine.engine.governance.ContactRules.QuietHours;
import io.motengine.engine.release.Policy;
import io.motengine.engine.strategies.Rung;
import io.motengine.engine.strategies.StrategyCard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Policies, catalogs and cards at random. */
final class RandomPolicies {
    static final List<String> CHANNELS = List.of("push", "sms", "call", "task");
    static final List<String> FAMILIES = List.of("deposit", "wealth");
    static final List<String> TIERS = List.of("A", "B");
    private final Random random;

    RandomPolicies(Random random) {
        this.random = random;
    }

    Policy policy(Map<String, StrategyCard> cards) {
        List<Cap> caps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            caps.add(new Cap(
                    1 + random.nextInt(3),
                    one(List.of(Period.values())),
                    random.nextBoolean() ? one(CHANNELS) : null,
                    random.nextInt(3) == 0 ? one(List.copyOf(cards.keySet())) : null,
                    random.nextInt(3) == 0 ? one(FAMILIES) : null));
        }
        ContactRules contacts = new ContactRules(
                1 + random.nextInt(3),
                1 + random.nextInt(6),
                caps,
                Duration.ofHours(random.nextInt(30)),
                Map.of("refused", Duration.ofDays(1 + random.nextInt(20))),
                random.nextBoolean() ? new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 30)) : null,
                random.nextBoolean() ? Holidays.QUIET : Holidays.OPEN);
        Map<String, TierRules> tiers = new TreeMap<>();
        if (random.nextBoolean()) {
            tiers.put(
                    "A", new TierRules(List.of("push", "sms"), BigDecimal.valueOf(random.nextInt(6)), List.of("sms")));
        }
        return new Policy(
                new Policy.Currency("CNY", Map.of()),
                TIERS,
                List.of(),
                contacts,
                tiers,
                new Arbitration(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), true, null),
                new Policy.HoldOuts(
                        random.nextInt(4) == 0 ? new BigDecimal("0.5") : BigDecimal.ZERO, "s" + random.nextInt(9)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    Catalog catalog() {
        Map<String, Channel> channels = new TreeMap<>();
        for (String id : CHANNELS) {
            Hours hours = id.equals("call") || id.equals("task")
                    ? new Hours(LocalTime.of(9, 0), LocalTime.of(18, 0), random.nextBoolean())
                    : null;
            channels.put(
                    id,
                    new Channel(
                            id,
                            id,
                            id.equals("task"),
                            BigDecimal.valueOf(CHANNELS.indexOf(id)),
                            null,
                            hours,
                            null,
                            null,
                            null,
                            null,
                            null,
                            0));
        }
        Map<String, Product> products = new TreeMap<>();
        for (String family : FAMILIES) {
            products.put(family, new Product(family, family, null, family, random.nextInt(4), false, null, null, null));
        }
        return new Catalog(products, channels, Map.of(), Map.of());
    }

    Map<String, StrategyCard> cards() {
        Map<String, StrategyCard> cards = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            String id = "s" + i;
            cards.put(id, card(id));
        }
        return cards;
    }

    private StrategyCard card(String id) {
        List<Rung> ladder = new ArrayList<>();
        List<String> left = new ArrayList<>(CHANNELS);
        for (int i = random.nextInt(3); i >= 0; i--) {
            String channel = left.remove(random.nextInt(left.size()));
            ladder.add(
                    ladder.isEmpty() || random.nextBoolean()
                            ? Rung.of(channel)
                            : new Rung(channel, Duration.ofHours(1 + random.nextInt(30)), Rung.Unless.OPENED));
        }
        return new StrategyCard(
                id,
                id,
                "o",
                "m",
                null,
                null,
                random.nextBoolean() ? one(FAMILIES) : null,
                "c",
                null,
                1 + random.nextInt(3),
                BigDecimal.valueOf(random.nextInt(3), 1),
                BigDecimal.valueOf(1 + random.nextInt(3)),
                random.nextBoolean() ? "g" : null,
                Set.of(),
                ladder,
                random.nextInt(4) == 0 ? new StrategyCard.HoldOut(new BigDecimal("0.3"), null) : null,
                null,
                Duration.ofHours(1 + random.nextInt(40)),
                Duration.ofHours(1 + random.nextInt(72)),
                new StrategyCard.Validity(null, null),
                null,
                null,
                null,
                random.nextInt(8) == 0,
                null);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
