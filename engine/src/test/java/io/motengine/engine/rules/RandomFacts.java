package io.motengine.engine.rules;

import io.motengine.engine.facts.CompletedPattern;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.facts.Score;
import io.motengine.engine.facts.StageChanged;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/** What rules may see of an event, with members that are null where they may be. */
final class RandomFacts {
    private final Random random;
    private final Class<?> features;

    /** @param features class of the fact: a sum of money, a count, another count, and whether each is complete */
    RandomFacts(long seed, Class<?> features) {
        this.random = new Random(seed);
        this.features = features;
    }

    Facts next() {
        List<Object> facts = new ArrayList<>();
        facts.add(trigger());
        facts.add(features());
        facts.add(new LifeCycle(one("", "fresh", "settled"), random.nextInt(5), random.nextInt(10)));
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(new Score(
                    "value", one("tier", "risk"), one("gold", "plain"), random.nextInt(100), random.nextInt(5)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            facts.add(new Holding(
                    "h" + i, "p", one("wealth", "loan"), money(random.nextInt(2_000)), 1 + random.nextInt(4)));
        }
        Customer customer = customer();
        return new Facts(customer, facts, stages(customer));
    }

    private static Facts.Stages stages(Customer customer) {
        return new Facts.Stages() {
            @Override
            public String next(String kind, Set<String> concluded) {
                return concluded.stream().min(String::compareTo).orElse(customer.stage());
            }

            @Override
            public boolean announces(String kind) {
                return kind.equals("person");
            }

            @Override
            public StageChanged change(String to) {
                return new StageChanged(customer.stage(), to, 1);
            }
        };
    }

    private Object trigger() {
        return switch (random.nextInt(5)) {
            case 0 -> new AppClick(one("home", "form"), one("start", "view"), one(null, "p1"), null, null, null, null);
            case 1 -> new DailyTick(LocalDate.of(2026, 3, 10));
            case 2 -> new CompletedPattern(one("form-left", "other"), "p1");
            default ->
                new TransactionPosted(
                        "a",
                        random.nextBoolean() ? TransactionPosted.Direction.CREDIT : TransactionPosted.Direction.DEBIT,
                        money(random.nextInt(6_000)),
                        null,
                        one("salary", "transfer", null),
                        one(null, "B", "C"),
                        null,
                        null,
                        one(null, "app", "counter"));
        };
    }

    private Object features() {
        Object[] values = {money(random.nextInt(6_000)), (long) random.nextInt(5), (long) random.nextInt(5)};
        IntFunction<Object> reading = number -> number < values.length ? values[number] : Boolean.TRUE;
        try {
            // The loader of what is generated shows nothing that reflection needs.
            return MethodHandles.publicLookup()
                    .findConstructor(features, MethodType.methodType(void.class, IntFunction.class))
                    .invoke(reading);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private Customer customer() {
        return new Customer(
                "c",
                one("person", "company"),
                one("gold", "silver", "plain", ""),
                one("", "fresh", "settled"),
                random.nextBoolean() ? Set.of() : Set.of("busy"),
                random.nextInt(60) - 1,
                10,
                money(random.nextInt(200_000)),
                0,
                0,
                "zh",
                null,
                one(null, "rm", "manager"),
                List.of(),
                random.nextBoolean() ? List.of() : List.of("spring"),
                List.of(),
                null);
    }

    private static Money money(long yuan) {
        return new Money(yuan * 100, "CNY");
    }

    private String one(String... words) {
        return Arrays.asList(words).get(random.nextInt(words.length));
    }
}
