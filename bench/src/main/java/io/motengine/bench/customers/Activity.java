package io.motengine.bench.customers;

import java.io.Serializable;

/**
 * Who is active how often: Zipf's distribution with exponent one, the first ranks of it cut off (as Mandelbrot has it), because
 * nobody makes thousands of transactions a day. It needs no table: the logarithm of the shifted rank is spread evenly.
 *
 * @param customers how many there are
 * @param shift how many ranks are cut off
 */
record Activity(long customers, double shift) implements Serializable {
    private static final long STRIDE = 7_368_787;

    /** So that the busiest customer has about so many of all events. */
    static Activity of(long customers, long events, long busiest) {
        double shift = 1;
        for (int step = 0; step < 50; step++) {
            shift = Math.max(1, events / (busiest * Math.log1p(customers / shift)));
        }
        return new Activity(customers, shift);
    }

    /** Whose event it is. */
    long customer(long number) {
        double share = (double) (Plan.mix(number) >>> 11) * 0x1p-53;
        long rank = (long) (shift * Math.expm1(share * Math.log1p(customers / shift)));
        // Spread over all customers: neighbours are not equally active.
        return Math.floorMod(Math.min(rank, customers - 1) * STRIDE, customers);
    }
}
