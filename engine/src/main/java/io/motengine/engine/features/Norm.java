package io.motengine.engine.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Mean and population standard deviation of a run of buckets, empty ones being zero; exact before the last step. */
final class Norm {
    /** The root of the largest long. */
    private static final long ROOT = 3_037_000_499L;

    private final long[] numbers;
    private final long buckets;
    private final BigInteger sum;

    /** Of the buckets from {@code from} to {@code to}; all zero if there is none. */
    Norm(Buckets of, long from, long to) {
        this.numbers = of.numbers(from, to);
        this.buckets = Math.max(0, to - from + 1);
        Total total = new Total();
        for (long number : numbers) {
            total.add(number);
        }
        this.sum = total.exact();
    }

    /** A sum that seldom leaves the range of a long: only then does it cost what larger numbers do. */
    private static final class Total {
        private BigInteger carried = BigInteger.ZERO;
        private long rest;

        void add(long number) {
            long next = rest + number;
            if (((rest ^ next) & (number ^ next)) < 0) {
                carried = carried.add(BigInteger.valueOf(rest));
                next = number;
            }
            rest = next;
        }

        void addSquare(long number) {
            if (number > ROOT || number < -ROOT) {
                carried = carried.add(BigInteger.valueOf(number).pow(2));
            } else {
                add(number * number);
            }
        }

        BigInteger exact() {
            return carried.add(BigInteger.valueOf(rest));
        }
    }

    double mean() {
        return buckets == 0 ? 0 : sum.doubleValue() / buckets;
    }

    double deviation() {
        return buckets == 0 ? 0 : Math.sqrt(spread().doubleValue()) / buckets;
    }

    /** In minor units, half-even. */
    long meanMinor() {
        return buckets == 0
                ? 0
                : new BigDecimal(sum)
                        .divide(BigDecimal.valueOf(buckets), 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }

    /** In minor units, half-even: from the root of four times the variance, which is a whole number where it matters. */
    long deviationMinor() {
        if (buckets == 0) {
            return 0;
        }
        BigInteger n = BigInteger.valueOf(buckets);
        BigInteger fourfold = spread().shiftLeft(2);
        BigInteger halves = fourfold.divide(n.multiply(n)).sqrt();
        BigInteger down = halves.shiftRight(1);
        if (!halves.testBit(0)) {
            return down.longValueExact();
        }
        boolean tie = halves.pow(2).multiply(n.pow(2)).equals(fourfold);
        return tie && !down.testBit(0) ? down.longValueExact() : down.longValueExact() + 1;
    }

    /** The variance times the number of buckets twice. */
    private BigInteger spread() {
        Total squares = new Total();
        for (long number : numbers) {
            squares.addSquare(number);
        }
        return squares.exact().multiply(BigInteger.valueOf(buckets)).subtract(sum.pow(2));
    }
}
