package io.motengine.engine.state;

/** All that the engine remembers of one customer: read once and written once for each event. Mutable, one owner. */
public final class CustomerState {
    /** No due or wake-up at all. */
    public static final long NEVER = Long.MAX_VALUE;

    private final String customer;
    private long wakeAt = NEVER;

    public CustomerState(String customer) {
        this.customer = customer;
    }

    public String customer() {
        return customer;
    }

    /** When the next thing is due (epoch milliseconds, event time), or {@link #NEVER}. */
    public long nextDue() {
        throw new UnsupportedOperationException("being built");
    }

    /** The timer that the shell has set for this customer (epoch milliseconds, event time), or {@link #NEVER}. */
    public long wakeAt() {
        return wakeAt;
    }

    /** Remembers the timer that the shell has set. */
    public void wakeAt(long epochMillis) {
        wakeAt = epochMillis;
    }
}
