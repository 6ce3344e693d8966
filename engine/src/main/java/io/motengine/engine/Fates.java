package io.motengine.engine;

import io.motengine.engine.governance.Candidate;
import io.motengine.engine.governance.Drop;
import io.motengine.engine.governance.Fate;
import io.motengine.engine.governance.Score;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.CandidateScore;
import java.math.BigDecimal;
import java.util.Locale;

/** Fates as decision records show them. */
final class Fates {
    private Fates() {}

    /** @param action id of the action that leaves now or later; null if none does */
    static CandidateFate recorded(Fate fate, String action, int attempt) {
        return recorded(fate, action, attempt, null);
    }

    /** @param preferred the channel that the customer prefers; null if unknown */
    static CandidateFate recorded(Fate fate, String action, int attempt, String preferred) {
        Candidate candidate = fate.candidate();
        Drop why = fate.why();
        boolean hasWay = fate.channel() != null;
        return new CandidateFate(
                candidate.card().id(),
                candidate.card().momentName(),
                candidate.instance(),
                fate.kind().name().toLowerCase(Locale.ROOT),
                why == null ? null : why.reason().layer().code(),
                why == null ? null : why.reason().code(),
                why == null ? preference(fate, preferred) : why.detail(),
                candidate.card().priority(),
                fate.channel(),
                action,
                fate.kind() == Fate.Kind.DEFERRED ? fate.from() : null,
                score(fate.score()),
                hasWay ? fate.rung() : null,
                hasWay ? attempt : null,
                candidate.card().variant());
    }

    private static String preference(Fate fate, String preferred) {
        return preferred != null && preferred.equals(fate.channel()) ? "the customer prefers " + preferred : null;
    }

    private static CandidateScore score(Score score) {
        return score == null
                ? null
                : new CandidateScore(
                        text(score.total()),
                        text(score.propensity()),
                        text(score.value()),
                        text(score.context()),
                        text(score.lever()));
    }

    private static String text(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
