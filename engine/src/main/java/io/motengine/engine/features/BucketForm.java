package io.motengine.engine.features;

/**
 * How buckets stand in the record: how their numbers are scaled, then for each bucket how far it is from the one before, and its
 * number. Most days that are there follow each other, and a customer's amounts are of one size: the scales make that a bit and no
 * more bits than the amounts have.
 */
record BucketForm(Kept kept, Grid grid) {
    private static final int STEP_SCALE_BITS = 3;
    private static final int LARGEST_STEP_SCALE = (1 << STEP_SCALE_BITS) - 1;

    /** Most amounts are whole units of their currency. */
    private static final int MINOR = 100;

    private static final int LEAST_SCALE = 1;

    /** Takes a bucket and its number. */
    interface Entry {
        void take(long bucket, long number);
    }

    void write(long[] index, long[] value, int size, long before, BitWriter out) {
        long[] steps = new long[size];
        for (int i = 0; i < size; i++) {
            steps[i] = index[i] - (i == 0 ? before : index[i - 1]) - 1;
        }
        int stepScale = BitWriter.scale(steps, size, LARGEST_STEP_SCALE);
        boolean amounts = isAmounts();
        boolean signed = kept == Kept.LAST_TIME || (amounts && anyNegative(value, size));
        boolean whole = amounts && allWhole(value, size);
        long least = kept == Kept.COUNT ? least(value, size) : 0;
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) {
            long number = (whole ? value[i] / MINOR : value[i]) - offset(index[i]) - least;
            numbers[i] = signed ? BitWriter.unsigned(number) : number;
        }
        out.bits(stepScale, STEP_SCALE_BITS);
        if (amounts) {
            out.flag(signed);
            out.flag(whole);
        }
        if (kept == Kept.COUNT) {
            out.number(BitWriter.unsigned(least - 1), LEAST_SCALE);
        }
        int scale = kept == Kept.LAST_TIME ? grid.timeBits() : scale(numbers, size);
        out.bits(scale, scaleBits());
        for (int i = 0; i < size; i++) {
            out.number(steps[i], stepScale);
            out.number(numbers[i], scale);
        }
    }

    void read(BitReader in, long before, Entry entry) {
        int stepScale = (int) in.bits(STEP_SCALE_BITS);
        boolean amounts = isAmounts();
        boolean signed = kept == Kept.LAST_TIME || (amounts && in.flag());
        boolean whole = amounts && in.flag();
        long least = kept == Kept.COUNT ? BitReader.signed(in.number(LEAST_SCALE)) + 1 : 0;
        int scale = kept == Kept.LAST_TIME ? grid.timeBits() : (int) in.bits(scaleBits());
        long bucket = before;
        while (!in.atEnd()) {
            bucket += in.number(stepScale) + 1;
            long number = in.number(scale);
            number = (signed ? BitReader.signed(number) : number) + offset(bucket) + least;
            entry.take(bucket, whole ? number * MINOR : number);
        }
    }

    private boolean isAmounts() {
        return kept == Kept.SUM || kept == Kept.MIN || kept == Kept.MAX;
    }

    /** A number that is near. */
    private long offset(long bucket) {
        return switch (kept) {
            case FIRST_DAY -> 1;
            case LAST_TIME -> grid.about(bucket);
            default -> 0;
        };
    }

    private int scaleBits() {
        return kept == Kept.LAST_TIME ? 0 : isAmounts() ? 6 : 3;
    }

    private int scale(long[] numbers, int size) {
        return Math.max(anyNegative(numbers, size) ? 1 : 0, BitWriter.scale(numbers, size, (1 << scaleBits()) - 1));
    }

    private static long least(long[] value, int size) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            least = Math.min(least, value[i]);
        }
        return least;
    }

    private static boolean anyNegative(long[] value, int size) {
        for (int i = 0; i < size; i++) {
            if (value[i] < 0) {
                return true;
            }
        }
        return false;
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
