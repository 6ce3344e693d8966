package io.motengine.engine.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges candidates layer by layer: eligibility, contact policy, arbitration, channel. Every candidate has exactly one fate.
 *
 * <p>At most one marketing candidate wins; service messages all pass, for they compete with nobody.
 */
public final class Governance {
    private Governance() {}

    /** A candidate and why it was dropped, or the channel that it goes out on. */
    public record Fate(Candidate candidate, Optional<Drop> drop, String channel, int rung) {}

    /** The fates, best candidate first whatever the order in which they were proposed. */
    public static List<Fate> judge(List<Candidate> candidates, Situation situation) {
        List<Fate> fates = new ArrayList<>(candidates.size());
        Candidate winner = null;
        for (Candidate candidate : candidates.stream().sorted(Candidate.RANK).toList()) {
            Optional<Drop> drop =
                    Eligibility.check(candidate, situation).or(() -> ContactPolicy.check(candidate, situation));
            if (drop.isEmpty() && !candidate.card().service()) {
                if (winner == null) {
                    winner = candidate;
                } else {
                    drop = Optional.of(outranked(candidate, winner));
                }
            }
            fates.add(drop.isPresent() ? new Fate(candidate, drop, null, 0) : addressed(candidate, situation));
        }
        return List.copyOf(fates);
    }

    private static Drop outranked(Candidate loser, Candidate winner) {
        return new Drop(
                Layer.ARBITRATION,
                "outranked",
                "priority " + loser.card().priority() + " against "
                        + winner.card().priority() + " of " + winner.card().id()
                        + "; equal priorities fall to the lower id");
    }

    private static Fate addressed(Candidate candidate, Situation situation) {
        List<String> ladder = candidate.card().ladder();
        int rung = 0;
        if (!candidate.card().service()) {
            while (!situation.customer().consents().contains(ladder.get(rung))) {
                rung++;
            }
        }
        return new Fate(candidate, Optional.empty(), ladder.get(rung), rung);
    }
}
