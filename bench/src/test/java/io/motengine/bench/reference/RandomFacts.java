package io.motengine.bench.reference;

import io.motengine.engine.facts.CompletedPattern;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.DailyTick;
import io.motengine.engine.facts.Holding;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.facts.StageChanged;
import io.motengine.engine.facts.Wave;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Facts;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Facts at and around what the reference rules ask for, one event, tick or pattern after another. */
final class RandomFacts {
    private static final String CNY = "CNY";
    /** What rules compare amounts with, and halves of it: one of these, or a little less. */
    private static final long[] AMOUNTS = {
        0, 50, 100, 500, 1_000, 1_250, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 20_000, 30_000,
        50_000, 100_000, 500_000
    };

    private static final List<String> CATEGORIES = Arrays.asList(
            null, "salary", "interest", "pension", "securities", "fee", "cash", "bill", "loan-repayment", "transfer");
    private static final List<String> STAGES = List.of(
            "", "prospect", "first-contact", "honeymoon", "rising", "mature", "at-risk", "dormant", "won-back", "lost");

    private final Random random;
    private final Release release;
    private final MethodHandle constructor;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Class<?>> types = new HashMap<>();

    RandomFacts(Release release, List<String> features, long seed) throws ReflectiveOperationException {
        this.release = release;
        this.random = new Random(seed);
        for (String feature : features) {
            numbers.put(feature, numbers.size());
        }
        // By a handle: the loader of what is generated shows nothing that reflection needs when it is used often.
        constructor = MethodHandles.publicLookup()
                .findConstructor(release.rules().featuresType(), MethodType.methodType(void.class, IntFunction.class));
        for (Method getter : release.rules().featuresType().getMethods()) {
            String name = getter.getName();
            if (name.startsWith("get") && name.length() > 3) {
                Integer number = numbers.get(Character.toLowerCase(name.charAt(3)) + name.substring(4));
                if (number != null) {
                    types.put(number, getter.getReturnType());
                }
            }
        }
    }

    Facts next() {
        String stage = one(STAGES);
        Customer customer = customer(stage);
        List<Object> facts = new ArrayList<>();
        facts.add(features());
        facts.add(new LifeCycle(stage, random.nextInt(100), random.nextInt(8) == 0 ? 89 + random.nextInt(3) : 0));
        if (random.nextInt(4) == 0) {
            holdings(facts);
        }
        trigger(facts);
        return new Facts(customer, facts, new Steps(release, stage));
    }

    private Customer customer(String stage) {
        Set<String> segments = new TreeSet<>();
        for (String segment : List.of("payroll", "saver", "vip")) {
            if (random.nextInt(3) == 0) {
                segments.add(segment);
            }
        }
        return new Customer(
                "C1",
                random.nextInt(5) == 0 ? "company" : "person",
                one(List.of("A", "B", "private-banking")),
                stage,
                segments,
                one(List.of(-1, 17, 18, 29, 30, 49, 50, 59, 60, 75)),
                one(List.of(-1, 0, 3, 4, 90, 91, 91, 400, 400, 400)),
                amount(),
                random.nextInt(5),
                random.nextInt(5),
                "zh",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private Object features() {
        Object[] values = new Object[numbers.size()];
        IntFunction<Object> reading = number -> {
            if (values[number] == null) {
                values[number] = value(types.get(number));
            }
            return values[number];
        };
        try {
            return constructor.invoke(reading);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(Class<?> type) {
        if (type == long.class) {
            return (long) one(List.of(0, 1, 2, 3, 4, 5, 6, 10, 39, 40));
        }
        return type == Money.class ? amount() : (Object) 1;
    }

    private void trigger(List<Object> facts) {
        switch (random.nextInt(10)) {
            case 0 -> {
                facts.add(new DailyTick(LocalDate.EPOCH));
                if (random.nextBoolean()) {
                    facts.add(new Wave("honeymoon-welcome", "honeymoon", 3, "honeymoon@1970-01-01/day-3"));
                }
            }
            case 1 -> facts.add(new CompletedPattern(one(OtherMoments.PATTERNS).get(0), ""));
            case 2 -> facts.add(new ServiceContact(one(List.of("branch-ticket", "machine")), null, null));
            case 3, 4 ->
                facts.add(new AppClick(
                        random.nextInt(9) == 0
                                ? "elsewhere"
                                : one(OtherMoments.PAGES).get(0),
                        one(List.of("view", "start", "submit")),
                        null,
                        null,
                        null,
                        null,
                        "app"));
            default -> facts.add(posting());
        }
    }

    private TransactionPosted posting() {
        boolean spending = random.nextInt(5) < 3;
        return new TransactionPosted(
                "a-1",
                spending || random.nextBoolean() ? Direction.DEBIT : Direction.CREDIT,
                amount(),
                random.nextInt(3) == 0 ? amount() : null,
                spending ? "card-spend" : one(CATEGORIES),
                one(Arrays.asList(null, "OTHER", one(TransactionMoments.BANKS))),
                null,
                spending ? Integer.toString(one(TransactionMoments.MERCHANTS).code()) : null,
                one(Arrays.asList(null, "pos", "counter")));
    }

    private void holdings(List<Object> facts) {
        for (int i = 0; i < 3; i++) {
            facts.add(new Holding(
                    "h-" + i, "steady-90", one(List.of("wealth", "deposit")), amount(), 2 + random.nextInt(3)));
        }
    }

    private Money amount() {
        long minor = 100 * AMOUNTS[random.nextInt(AMOUNTS.length)];
        return new Money(random.nextInt(4) == 0 ? Math.max(0, minor - 1) : minor, CNY);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** As the life cycle of the release says. */
    private record Steps(Release release, String stage) implements Facts.Stages {
        @Override
        public String next(String kind, Set<String> concluded) {
            return release.lifeCycles().next(kind, stage, concluded).stage();
        }

        @Override
        public boolean announces(String kind) {
            return release.lifeCycles().declares(kind);
        }

        @Override
        public StageChanged change(String to) {
            return new StageChanged(stage, to, 0);
        }
    }
}
