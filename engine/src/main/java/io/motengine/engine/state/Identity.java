package io.motengine.engine.state;

import java.util.Set;
import java.util.TreeSet;

/** Who this record is: a customer of its own, a name under which another customer was known, or somebody forgotten. */
public final class Identity {
    String into;
    long erasedAt = CustomerState.UNSET;
    final TreeSet<String> merged = new TreeSet<>();

    Identity() {}

    /** The customer that this identity has become; null for a customer of its own. Events go on to there. */
    public String into() {
        return into;
    }

    /** Hands this identity over; null takes it back, for a device that changes hands. */
    public void into(String customer) {
        into = customer;
    }

    /** Identities that have been merged into this customer: each exactly once. */
    public Set<String> merged() {
        return merged;
    }

    /** When the customer was erased (epoch milliseconds), or {@link CustomerState#UNSET}. */
    public long erasedAt() {
        return erasedAt;
    }

    public void erasedAt(long time) {
        erasedAt = time;
    }

    public boolean isErased() {
        return erasedAt != CustomerState.UNSET;
    }
}
