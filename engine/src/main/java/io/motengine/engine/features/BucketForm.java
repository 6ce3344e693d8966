package io.motengine.engine.features;

/**
 * How buckets stand in the record: for each, how far it is from the one before, and its number. Most days that are there follow
 * each other, and a customer's amounts are of one size, so that the first is a bit and the second no more bits than it has.
 */
record BucketForm(Kept kept, Grid grid) {
    /** Most amounts are whole units of their currency. */
    private static final int MINOR = 100;

    private static final int AMOUNT_SCALE = 16;
    private static final int WHOLE_AMOUNT_SCALE = 10;
    private static final int DAY_SCALE = 4;
    private static final int LEAST_SCALE = 1;

    /** The least that a step and a number take, beside the bits of the number's scale. */
    private static final int LEAST_BITS = 2;

    void write(long[] index, long[] value, int size, long before, BitWriter out) {
        boolean amounts = isAmounts();
        boolean signed = kept == Kept.LAST_TIME || (amounts && least(value, size) < 0);
        boolean whole = amounts && allWhole(value, size);
        long least = kept == Kept.COUNT ? least(value, size) : 0;
        if (amounts) {
            out.flag(signed);
            out.flag(whole);
        } else if (kept == Kept.COUNT) {
            out.number(BitWriter.unsigned(least - 1), LEAST_SCALE);
        }
        Scale steps = new Scale(0, 0);
        Scale numbers = scale(signed, whole);
        long previous = before;
        for (int i = 0; i < size; i++) {
            long number = (whole ? value[i] / MINOR : value[i]) - near(index[i]) - least;
            steps.write(index[i] - previous - 1, out);
            numbers.write(signed ? BitWriter.unsigned(number) : number, out);
            previous = index[i];
        }
    }

    void read(BitReader in, long before, Buckets into) {
        boolean amounts = isAmounts();
        boolean signed = amounts ? in.flag() : kept == Kept.LAST_TIME;
        boolean whole = amounts && in.flag();
        long least = kept == Kept.COUNT ? BitReader.signed(in.number(LEAST_SCALE)) + 1 : 0;
        Scale steps = new Scale(0, 0);
        Scale numbers = scale(signed, whole);
        into.expect(1 + in.left() / (LEAST_BITS + firstScale(whole)));
        long bucket = before;
        while (!in.atEnd()) {
            bucket += steps.read(in) + 1;
            long number = numbers.read(in);
            number = (signed ? BitReader.signed(number) : number) + near(bucket) + least;
            into.append(bucket, whole ? number * MINOR : number);
        }
    }

    private boolean isAmounts() {
        return kept == Kept.SUM || kept == Kept.MIN || kept == Kept.MAX;
    }

    private Scale scale(boolean signed, boolean whole) {
        return new Scale(firstScale(whole), signed ? 1 : 0);
    }

    private int firstScale(boolean whole) {
        return switch (kept) {
            case COUNT -> 0;
            case FIRST_DAY -> DAY_SCALE;
            case LAST_TIME -> grid.timeBits();
            default -> whole ? WHOLE_AMOUNT_SCALE : AMOUNT_SCALE;
        };
    }

    /** A number that is near. */
    private long near(long bucket) {
        return switch (kept) {
            case FIRST_DAY -> 1;
            case LAST_TIME -> grid.about(bucket);
            default -> 0;
        };
    }

    private static long least(long[] value, int size) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, value[i]);
        }
        return least;
    }

    private static boolean allWhole(long[] value, int size) {
        for (int i = 0; i < size; i++) {
            if (value[i] % MINOR != 0) {
                return false;
            }
        }
        return true;
    }
}
