package io.motengine.engine.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/** Mean and population standard deviation of a run of buckets, empty ones being zero; exact before the last step. */
final class Norm {
    private final Buckets of;
    private final long from;
    private final long to;
    private final long buckets;
    private final BigInteger sum;

    /** Of the buckets from {@code from} to {@code to}; all zero if there is none. */
    Norm(Buckets of, long from, long to) {
        this.of = of;
        this.from = from;
        this.to = to;
        this.buckets = Math.max(0, to - from + 1);
        this.sum = sum(UnaryOperator.identity());
    }

    /** Whoever asks for the mean alone need not wait for squares. */
    private BigInteger sum(UnaryOperator<BigInteger> form) {
        BigInteger[] sum = {BigInteger.ZERO};
        of.fold(from, to, 0, (ignored, number) -> {
            sum[0] = sum[0].add(form.apply(BigInteger.valueOf(number)));
            return 0;
        });
        return sum[0];
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
        return sum(number -> number.multiply(number))
                .multiply(BigInteger.valueOf(buckets))
                .subtract(sum.pow(2));
    }
}
