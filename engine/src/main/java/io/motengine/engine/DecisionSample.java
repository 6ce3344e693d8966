package io.motengine.engine;

import io.motengine.engine.record.Hashes;
import io.motengine.engine.release.Policy;
import io.motengine.schemas.decision.DecisionRecord;
import java.math.BigDecimal;

/**
 * Which decisions are written down. Those that somebody may ask about one by one always are: an action left, waits, or was
 * withheld for measurement; a rule was quarantined; a record was taken in from another name, or ended. Of the others a share is, drawn by
 * the decision's id, so that a replay draws the same ones.
 */
public final class DecisionSample {
    private static final int PARTS = 1_000_000;

    private DecisionSample() {}

    /** Whether a decision is to be written down. */
    public static boolean keeps(DecisionRecord decision, Policy.Decisions rules) {
        return rules.nonActions().compareTo(BigDecimal.ONE) >= 0
                || isAlwaysKept(decision)
                || drawn(rules.nonActions(), decision.id());
    }

    private static boolean isAlwaysKept(DecisionRecord decision) {
        return decision.candidates().stream()
                        .anyMatch(candidate -> !candidate.fate().equals("dropped"))
                || !decision.quarantined().isEmpty()
                || !decision.merged().isEmpty()
                || isEnd(decision);
    }

    /** An erasure or a move to another name: such a record says nothing but its cause. */
    private static boolean isEnd(DecisionRecord decision) {
        return decision.moments().isEmpty()
                && decision.candidates().isEmpty()
                && decision.features().isEmpty()
                && decision.scores().isEmpty();
    }

    private static boolean drawn(BigDecimal share, String id) {
        long place = Long.remainderUnsigned(Hashes.of(id), PARTS);
        return BigDecimal.valueOf(place).compareTo(share.multiply(BigDecimal.valueOf(PARTS))) < 0;
    }
}
