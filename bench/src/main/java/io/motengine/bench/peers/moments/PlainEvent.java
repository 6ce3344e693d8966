package io.motengine.bench.peers.moments;

/**
 * What peers look at of an event: read by the engine's own decoder, then flat, since all of them compare fields of plain types.
 * Words that were not sent are empty.
 */
public sealed interface PlainEvent {
    /** Unique within its source. */
    String id();

    String customer();

    /** When it happened, epoch milliseconds. */
    long time();

    /** A click in the app. */
    record Click(String id, String customer, long time, String page, String action, String product)
            implements PlainEvent {}

    /**
     * A posting on an account.
     *
     * @param amount minor units
     * @param balance minor units; {@link #UNKNOWN} if not sent
     * @param bank of the other side; empty if it is ours
     */
    record Posting(
            String id,
            String customer,
            long time,
            boolean credit,
            long amount,
            long balance,
            String category,
            String bank,
            String merchant,
            String channel)
            implements PlainEvent {
        /** Above every line that a balance can fall below. */
        public static final long UNKNOWN = Long.MAX_VALUE;
    }
}
