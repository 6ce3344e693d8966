package io.motengine.engine.features;

/**
 * What is kept of the events that a feature looks at. Features that need the same of the same events share it, whatever their
 * windows.
 */
enum Kept {
    /** How many in each bucket; of those that carry the member, if one is named. */
    COUNT,
    /** Sum in each bucket. */
    SUM,
    /** Smallest in each bucket. */
    MIN,
    /** Largest in each bucket. */
    MAX,
    /** Day of the month of the first event in each bucket. */
    FIRST_DAY,
    /** Time of the last event in each bucket; only the buckets that some reading can still reach. */
    LAST_TIME,
    /** First event of each bucket, with its value. */
    FIRST,
    /** Last event of each bucket, with its value; only the buckets that some reading can still reach. */
    LAST,
    /** Values seen, by hash. */
    DISTINCT;

    /** Whether of several buckets that lie behind every reading the newest alone matters. */
    boolean newestDominates() {
        return this == LAST_TIME || this == LAST;
    }

    /** Whether of two buckets that lie behind every reading the older matters only if it is beyond the newer. */
    boolean beyondDominates() {
        return this == MIN || this == MAX;
    }

    /** What two numbers of one bucket make. */
    long join(long a, long b) {
        return switch (this) {
            case COUNT, SUM -> plus(a, b);
            case MIN, FIRST_DAY -> Math.min(a, b);
            case MAX, LAST_TIME -> Math.max(a, b);
            case FIRST, LAST, DISTINCT -> throw new IllegalStateException(this + " does not keep numbers");
        };
    }

    /** Stays at the end of the range: a customer whose figures are absurd must still be decided, event after event. */
    private static long plus(long a, long b) {
        long sum = a + b;
        boolean left = ((a ^ sum) & (b ^ sum)) < 0;
        return left ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
