package io.motengine.engine.state;

/**
 * What {@code mot.customers} says of this customer: a hash of it, when it was written, and whether a newer one waits.
 *
 * <p>That something has changed is kept until it is shown: while state is warmed up nothing is, and the first turn after that
 * must know.
 */
public final class Shown {
    long hash;
    long at = CustomerState.UNSET;
    long dueAt = CustomerState.NEVER;
    boolean stale;

    Shown() {}

    /** Of what was written last; 0 if nothing was. */
    public long hash() {
        return hash;
    }

    /** When it was written (epoch milliseconds, the clock of governance), or {@link CustomerState#UNSET}. */
    public long at() {
        return at;
    }

    /** When a newer view may be written (event time), or {@link CustomerState#NEVER} if none waits. */
    public long dueAt() {
        return dueAt;
    }

    /** A newer view waits until {@code time}: what changes before that costs nothing. */
    public void waitsUntil(long time) {
        dueAt = time;
        stale = false;
    }

    /** The wait is over. */
    public void due() {
        dueAt = CustomerState.NEVER;
        stale = true;
    }

    /** What is shown may have changed: to be compared at the end of the turn, or of the first one that may show it. */
    public void stale() {
        stale = true;
    }

    public boolean isStale() {
        return stale;
    }

    public void written(long newHash, long time) {
        hash = newHash;
        at = time;
        dueAt = CustomerState.NEVER;
        stale = false;
    }

    void forget() {
        written(0, CustomerState.UNSET);
    }
}
