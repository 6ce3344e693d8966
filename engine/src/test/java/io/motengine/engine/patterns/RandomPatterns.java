package io.motengine.engine.patterns;

import io.motengine.engine.events.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random declarations, and random lives that bring them about. */
final class RandomPatterns {
    static final Duration ALLOWANCE = Duration.ofHours(6);
    private static final List<String> WORDS = List.of("a", "b", "c", "ab", "bc", "abc", "x", "y", "xy");

    private final Random random;

    RandomPatterns(Random random) {
        this.random = random;
    }

    List<PatternSpec> specs() {
        List<PatternSpec> specs = new ArrayList<>();
        for (int i = 0, size = 1 + random.nextInt(4); i < size; i++) {
            specs.add(spec("p" + i));
        }
        return specs;
    }

    private PatternSpec spec(String id) {
        List<PatternSpec.Step> steps = new ArrayList<>();
        for (int i = 0, size = 1 + random.nextInt(4); i < size; i++) {
            steps.add(step(random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1));
        }
        return new PatternSpec(
                id,
                steps,
                random.nextBoolean() ? step(1) : null,
                within(),
                random.nextBoolean() ? "productId" : null,
                1 + random.nextInt(4),
                random.nextBoolean());
    }

    private Duration within() {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ofMillis(1 + random.nextInt(50));
            case 1 -> Duration.ofMinutes(1 + random.nextInt(30));
            case 2 -> Duration.ofHours(1 + random.nextInt(12));
            case 3 -> Duration.ofDays(1 + random.nextInt(3));
            default -> Duration.ofDays(1 + random.nextInt(40));
        };
    }

    private PatternSpec.Step step(int times) {
        return step(WORDS.get(random.nextInt(WORDS.size())), times);
    }

    static PatternSpec.Step step(String words, int times) {
        Condition condition = new Condition(List.of(words.split("")), null, null);
        String type = Told.type(words);
        return new PatternSpec.Step(type, Map.of(type.startsWith("app") ? "page" : "step", condition), times);
    }

    /** Events in their order. Gaps are such that whole seconds, minutes and edges of {@code within} recur. */
    List<Told> life(int length) {
        List<Told> life = new ArrayList<>();
        long time = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
        for (int i = 0; i < length; i++) {
            time += gap();
            String what = String.valueOf("abcxy".charAt(random.nextInt(5)));
            String product = random.nextInt(3) == 0 ? "" : "p" + random.nextInt(5);
            life.add(new Told(what, what.compareTo("x") < 0 ? product : "p" + random.nextInt(5), time, instance(i)));
        }
        return life;
    }

    /** Names as sources give them; some look like a UUID and are none. */
    private String instance(int number) {
        return switch (random.nextInt(6)) {
            case 0 -> "/t/" + new UUID(number, random.nextLong());
            case 1 -> "/t/" + new UUID(random.nextLong(), number).toString().toUpperCase(Locale.ROOT);
            case 2 -> "e" + number;
            case 3 -> "/t/one/e" + number + "/";
            default -> "/t/e" + number;
        };
    }

    private long gap() {
        return switch (random.nextInt(9)) {
            case 0 -> 0;
            case 8 -> ALLOWANCE.toMillis();
            case 1 -> random.nextInt(20);
            case 2, 3 -> Duration.ofMinutes(random.nextInt(20)).toMillis();
            case 4, 5 -> random.nextInt(3_600_000);
            case 6 -> Duration.ofHours(random.nextInt(24)).toMillis();
            default -> Duration.ofHours(random.nextInt(24 * 6)).toMillis();
        };
    }

    /** An order of arrival in which nothing comes later than the allowance behind anything. */
    List<Told> shuffled(List<Told> life) {
        Map<Told, Long> arrival = new HashMap<>();
        for (Told told : life) {
            arrival.put(told, told.time() + delay());
        }
        return life.stream()
                .sorted(Comparator.<Told, Long>comparing(arrival::get)
                        .thenComparing(Comparator.comparingLong(Told::time).reversed()))
                .toList();
    }

    /** None, some, or all that is allowed. */
    private long delay() {
        int kind = random.nextInt(4);
        if (kind < 2) {
            return 0;
        }
        return kind == 2 ? ALLOWANCE.toMillis() : random.nextInt((int) ALLOWANCE.toMillis());
    }

    static List<Told> inOrder(List<Told> life) {
        return life.stream()
                .sorted(Comparator.comparingLong(Told::time).thenComparingInt(told -> Occurrence.hash(told.instance())))
                .toList();
    }
}
