package io.motengine.engine.governance;

import io.motengine.engine.facts.Moment;
import io.motengine.engine.release.StrategyCard;
import java.util.Comparator;

/**
 * A strategy proposed for a customer now.
 *
 * @param instance what raised the moment; the same moment raised again has another
 */
public record Candidate(StrategyCard card, Moment moment, String instance) {
    /** Best first; ties always fall the same way. */
    static final Comparator<Candidate> RANK = Comparator.comparingInt(
                    (Candidate candidate) -> candidate.card().priority())
            .reversed()
            .thenComparing(candidate -> candidate.card().id())
            .thenComparing(Candidate::instance);
}
