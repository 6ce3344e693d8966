package io.motengine.cli.simulator;

import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance: the same seed and the same questions always give the same answers. */
final class Chance {
    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** Chance of its own for each thing named by {@code parts}, so that one life never shifts another. */
    static Chance of(long seed, long... parts) {
        long mixed = seed;
        for (long part : parts) {
            mixed = (mixed ^ part) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return new Chance(new SplittableRandom(mixed));
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code from} (inclusive) to {@code to} (exclusive). */
    int between(int from, int to) {
        return random.nextInt(from, to);
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** How often something with this mean happens (Poisson, by Knuth's product of uniforms). */
    int times(double mean) {
        double limit = Math.exp(-mean);
        int times = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            times++;
        }
        return times;
    }

    /** Log-normal around a median: most near it, few far above. */
    double around(double median, double sigma) {
        return median * Math.exp(sigma * gaussian());
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A second of the day when people do things: seldom at night, busiest about noon and early evening. */
    LocalTime awake() {
        double hour =
                switch (random.nextInt(4)) {
                    case 0 -> 12.3 + 1.2 * gaussian();
                    case 1 -> 18.8 + 1.4 * gaussian();
                    default -> happens(0.05) ? between(0.0, 7.0) : between(7.0, 23.5);
                };
        return atHour(Math.min(23.9, Math.max(0.1, hour)));
    }

    LocalTime betweenHours(double from, double to) {
        return atHour(between(from, to));
    }

    private static LocalTime atHour(double hour) {
        return LocalTime.ofSecondOfDay((long) (hour * 3600));
    }

    private double gaussian() {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
