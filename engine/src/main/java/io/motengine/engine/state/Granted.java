package io.motengine.engine.state;

import java.util.Locale;

/**
 * A benefit that the customer has been offered, and where it is in its life.
 *
 * @param id of the offer: each step of a ladder offers the same
 * @param benefit of the catalog
 * @param grantedAt epoch milliseconds, the clock of governance
 * @param expiresAt epoch milliseconds, the clock of governance
 * @param progress towards the benefit's threshold, in minor units of the base currency
 */
public record Granted(String id, String benefit, long grantedAt, long expiresAt, long progress, Life life) {

    /** Where a benefit is in its life. */
    public enum Life {
        GRANTED(0),
        REDEEMED(1),
        EXPIRED(2),
        CANCELLED(3);

        /** As it stands in records: never changed, never used again. */
        private final int number;

        Life(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Life of(int number) {
            for (Life life : values()) {
                if (life.number == number) {
                    return life;
                }
            }
            throw new IllegalStateException("life of a benefit: " + number + " (expected: 0 to 3)");
        }

        /** As channels and rules know it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it can still be redeemed. */
    public boolean isOpen() {
        return life == Life.GRANTED;
    }

    public Granted progressed(long to) {
        return new Granted(id, benefit, grantedAt, expiresAt, to, life);
    }

    public Granted come(Life to) {
        return new Granted(id, benefit, grantedAt, expiresAt, progress, to);
    }
}
