package io.motengine.bench.stream;

import java.util.Locale;

/** Whose event is the next: everybody's alike, or the more the higher the rank. */
public enum Keys {
    UNIFORM {
        @Override
        long rank(double share, long customers, double cut) {
            return (long) (share * customers);
        }
    },

    /**
     * Zipf's distribution with exponent one, the first ranks cut off (as Mandelbrot has it): without that one customer would make 7% of all
     * events of a bank with a million, two hundred thousand in half a day. It needs no table: the logarithm of the shifted
     * rank is spread evenly. What the busiest fifth makes is less than without the cut, so caches gain less.
     */
    ZIPF {
        @Override
        long rank(double share, long customers, double cut) {
            return (long) (cut * Math.expm1(share * Math.log1p(customers / cut)));
        }
    };

    /** Spreads ranks over all customers, so that neighbours are not equally active; a prime. */
    private static final long STRIDE = 7_368_787;

    abstract long rank(double share, long customers, double cut);

    /** @param share evenly spread from 0 to below 1 */
    long customer(double share, long customers, double cut) {
        return Math.floorMod(Math.min(rank(share, customers, cut), customers - 1) * STRIDE, customers);
    }

    /** For names of topics, options and figures. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
