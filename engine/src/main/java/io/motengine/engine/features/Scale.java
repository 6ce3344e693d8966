package io.motengine.engine.features;

/**
 * The scale that suits the next of some numbers, told by those before it: a customer's amounts are of one size, and so are the
 * pauses between them. Writer and reader go along, so that no scale need be kept.
 */
final class Scale {
    private static final int LARGEST = Long.SIZE - 1;

    /** Mean bits of the numbers so far, the last of which count most; in eighths. */
    private int mean;

    private final int least;

    /**
     * Before any number was seen.
     *
     * @param first for the first number
     * @param least 1 if a number may be negative
     */
    Scale(int first, int least) {
        this.mean = first << 3;
        this.least = least;
    }

    void write(long number, BitWriter out) {
        out.number(number, next());
        saw(number);
    }

    long read(BitReader in) {
        long number = in.number(next());
        saw(number);
        return number;
    }

    private int next() {
        return Math.max(least, Math.min(LARGEST, mean >> 3));
    }

    private void saw(long number) {
        mean += 2 * (Long.SIZE - Long.numberOfLeadingZeros(number)) - (mean >> 2);
    }
}
