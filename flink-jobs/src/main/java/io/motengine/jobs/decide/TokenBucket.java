package io.motengine.jobs.decide;

/**
 * Tokens that come in with time: so many a second, and never more at once than a tenth of that. In any time span no more are
 * taken than come in during it, plus that tenth.
 *
 * <p>Counts in thousandths of a token, so that nothing is lost to rounding. Whoever must take one that is not there owes it.
 */
final class TokenBucket {
    private static final long WHOLE = 1_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final long perSecond;
    private final long full;
    private long held;
    private long filledAt;

    private TokenBucket(long perSecond, long full) {
        this.perSecond = perSecond;
        this.full = full;
        this.held = full;
    }

    static TokenBucket of(int perSecond) {
        return new TokenBucket(perSecond, Math.max(WHOLE, perSecond * WHOLE / 10));
    }

    /** One that never runs out. */
    static TokenBucket bottomless() {
        return new TokenBucket(0, Long.MAX_VALUE / 2);
    }

    /** Whether there is a token at this time (epoch milliseconds; a clock that was set back only costs tokens). */
    boolean hasOne(long now) {
        long elapsed = Math.max(0, Math.min(now - filledAt, HOUR_MILLIS));
        held = Math.min(full, held + perSecond * elapsed);
        filledAt = now;
        return held >= WHOLE;
    }

    void take() {
        held -= WHOLE;
    }
}
