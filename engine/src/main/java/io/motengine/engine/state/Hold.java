package io.motengine.engine.state;

/**
 * Something counted across customers that this customer has one of.
 *
 * @param resource what it is, as the allocator names it
 * @param claim by which the allocator counts it once: an action's id, or an offer's
 * @param action the action that last asked for it
 * @param given whether the allocator has said so; it may still be denied until then
 * @param end how the last action that asked for it has ended
 */
public record Hold(String resource, String claim, String action, boolean given, End end) {

    /** What is to become of it, once nothing of its offer is out any more. */
    public enum End {
        /** Nothing yet. */
        OUT(0),
        /** It was used, or may still be: it stays counted. */
        KEPT(1),
        /** It goes back. */
        LOST(2);

        /** As it stands in records: never changed, never used again. */
        private final int number;

        End(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static End of(int number) {
            for (End end : values()) {
                if (end.number == number) {
                    return end;
                }
            }
            throw new IllegalStateException("end of a hold: " + number + " (expected: 0 to 2)");
        }
    }

    public Hold by(String nextAction) {
        return new Hold(resource, claim, nextAction, given, End.OUT);
    }

    public Hold asGiven() {
        return new Hold(resource, claim, action, true, end);
    }

    public Hold ended(End how) {
        return new Hold(resource, claim, action, given, how);
    }
}
