package io.motengine.engine.scorecards;

import io.motengine.engine.scorecards.ScorecardSpec.Indicator;
import io.motengine.engine.scorecards.ScorecardSpec.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Two cards, the second of which looks at the first, and values that like to be near their lines. */
final class RandomCards {
    private final Random random;

    RandomCards(long seed) {
        this.random = new Random(seed);
    }

    List<ScorecardSpec> cards() {
        ScorecardSpec potential = new ScorecardSpec(
                "potential",
                "potential",
                "person",
                List.of(new Indicator("clicks", "clicks30d", null, points(0, 10, 10, 100))),
                List.of(new Level("high", 50L, null), new Level("low", 0L, null)),
                Duration.ofDays(random.nextInt(10)),
                new Share(BigDecimal.valueOf(random.nextInt(30), 2)),
                random.nextBoolean() ? "clicks" : null);
        List<Level> levels = new ArrayList<>();
        long from = 1_000;
        for (int i = random.nextInt(4) + 1; i > 0; i--) {
            levels.add(new Level("l" + i + "h", from, Map.of("potential", List.of("high"))));
            if (random.nextInt(3) > 0) {
                levels.add(new Level("l" + i, from, null));
            }
            from -= 100L * (1 + random.nextInt(3));
        }
        levels.add(new Level("rest", Math.min(from, 0), null));
        ScorecardSpec value = new ScorecardSpec(
                "value",
                "tier",
                "person",
                List.of(
                        new Indicator("assets", "aum", weight(), points(0, 3, 7, 3, 300, 700, 900, 1_300)),
                        new Indicator("age", "age", weight(), points(0, 0, 30, 40, 70, -20))),
                levels,
                Duration.ofDays(random.nextInt(60)),
                new Share(BigDecimal.valueOf(random.nextInt(30), 2)),
                "assets");
        return List.of(potential, value);
    }

    Map<String, BigDecimal> values() {
        Map<String, BigDecimal> values = new TreeMap<>();
        put(values, "aum", BigDecimal.valueOf(random.nextInt(120_000) - 5_000, 2));
        put(values, "age", BigDecimal.valueOf(random.nextInt(90)));
        put(values, "clicks30d", BigDecimal.valueOf(random.nextInt(12)));
        return values;
    }

    /** From nothing to forty days, in milliseconds; often whole days, so that a hold ends exactly. */
    long pause() {
        long days = random.nextInt(20) * 86_400_000L;
        return random.nextBoolean() ? days : random.nextLong(2 * 20 * 86_400_000L);
    }

    boolean sometimes() {
        return random.nextInt(4) == 0;
    }

    private void put(Map<String, BigDecimal> values, String name, BigDecimal value) {
        if (random.nextInt(6) > 0) {
            values.put(name, value);
        }
    }

    private BigDecimal weight() {
        return BigDecimal.valueOf(1 + random.nextInt(30), 1);
    }

    /** Pairs of value and points, one after another. */
    private static Points points(long... numbers) {
        List<List<BigDecimal>> pairs = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            pairs.add(List.of(BigDecimal.valueOf(numbers[i]), BigDecimal.valueOf(numbers[i + 1])));
        }
        return new Points(pairs);
    }
}
