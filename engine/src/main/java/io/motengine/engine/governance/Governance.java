package io.motengine.engine.governance;

import io.motengine.engine.governance.Quiet.Silence;
import io.motengine.engine.state.OpenAction;
import io.motengine.engine.strategies.StrategyCard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges candidates layer by layer: eligibility, tier, contact policy, arbitration, hold-out, channel. Every candidate has
 * exactly one fate.
 *
 * <p>At most one marketing candidate wins; service messages all pass, for they compete with nobody.
 */
public final class Governance {
    /** Ends of quiet hours, holidays and closing times looked through, one after the other. */
    private static final int MOST_WAITS = 16;

    private static final Comparator<Ranked> RANK = Comparator.comparing(
                    (Ranked ranked) -> ranked.score().total())
            .reversed()
            .thenComparing(ranked -> ranked.candidate().card().id())
            .thenComparing(ranked -> ranked.candidate().instance());

    private Governance() {}

    private record Ranked(Candidate candidate, Score score) {}

    /** The fates of what has just been proposed, best candidate first whatever the order in which they were. */
    public static List<Fate> judge(List<Candidate> candidates, Situation situation) {
        List<Fate> fates = new ArrayList<>(candidates.size());
        Outlook outlook = new Outlook(situation);
        Fate winner = null;
        for (Ranked ranked : ranked(candidates, situation)) {
            Candidate candidate = ranked.candidate();
            Optional<Drop> old = Eligibility.age(candidate, situation);
            Fate fate = old.isPresent()
                    ? Fate.dropped(candidate, old.get(), ranked.score())
                    : alone(candidate, 0, Set.of(), ranked.score(), outlook);
            boolean competes = fate.wins() && !candidate.card().service();
            if (competes && winner != null) {
                fate = outranked(fate, winner);
            } else if (competes) {
                Optional<Drop> out = HoldOuts.check(candidate, situation);
                if (out.isPresent()) {
                    fate = Fate.withheld(candidate, out.get(), ranked.score());
                    // Of the bank's control group nobody gets anything: the next best would have been outranked too.
                    winner = out.get().reason() == Reason.UNIVERSAL_HOLD_OUT ? fate : null;
                } else {
                    winner = fate;
                }
            }
            fates.add(fate);
        }
        return List.copyOf(fates);
    }

    /**
     * The fate of a candidate whose turn has come: it has won already, so nobody competes with it.
     *
     * @param from first rung to be tried
     * @param not rungs that are not to be tried
     */
    public static Fate again(Candidate candidate, int from, Set<Integer> not, Situation situation) {
        return alone(candidate, from, not, Score.of(candidate, situation), new Outlook(situation));
    }

    private static List<Ranked> ranked(List<Candidate> candidates, Situation situation) {
        return candidates.stream()
                .map(candidate -> new Ranked(candidate, Score.of(candidate, situation)))
                .sorted(RANK)
                .toList();
    }

    private static Fate alone(Candidate candidate, int from, Set<Integer> not, Score score, Outlook outlook) {
        StrategyCard card = candidate.card();
        Situation situation = outlook.situation();
        Optional<Drop> drop = Eligibility.check(candidate, outlook).or(() -> group(card, situation));
        if (drop.isPresent()) {
            return Fate.dropped(candidate, drop.get(), score);
        }
        Instant expires = candidate.happened().isAfter(situation.now())
                ? candidate.happened().plus(card.expiresAfter())
                : situation.now().plus(card.expiresAfter());
        Drop waits = null;
        Outlook when = outlook;
        for (int wait = 0; wait < MOST_WAITS; wait++) {
            Reach.Found found = new Reach(card, when).from(from, not);
            Silence silence = card.service() || here(card, found, situation) ? null : when.silence();
            found = silence == null ? found : null;
            Optional<Drop> none = found == null ? Optional.empty() : none(card, found, when);
            if (none.isPresent()) {
                return Fate.dropped(candidate, none.get(), score);
            }
            Instant possible = silence == null ? found.way().from() : silence.until();
            if (found != null && possible.equals(when.situation().now())) {
                return waits == null
                        ? Fate.issued(candidate, found.way().rung(), possible, score)
                        : Fate.deferred(candidate, waits, found.way().rung(), possible, score);
            }
            Drop why = silence == null
                    ? new Drop(
                            Reason.CHANNEL_CLOSED,
                            card.ladder().get(found.way().rung()).channel() + " is closed until " + possible)
                    : new Drop(silence.reason(), "silent until " + possible);
            if (!possible.isBefore(expires)) {
                return Fate.dropped(candidate, new Drop(why.reason(), why.detail() + ", expires at " + expires), score);
            }
            // What holds now must hold then too: it is judged as of then.
            waits = waits == null ? why : waits;
            when = outlook.at(possible);
        }
        return Fate.dropped(candidate, waits, score);
    }

    /** Whether the customer is where it leads: nobody who has come of their own accord is disturbed. */
    private static boolean here(StrategyCard card, Reach.Found found, Situation situation) {
        return found.way() != null
                && situation.arrival().at(card.ladder().get(found.way().rung()).channel());
    }

    /** Why it cannot be sent by any way; the layer that comes first says so. */
    private static Optional<Drop> none(StrategyCard card, Reach.Found found, Outlook outlook) {
        Optional<Drop> capped = ContactPolicy.check(card, outlook);
        if (found.none() != null
                && (capped.isEmpty() || found.none().reason().layer().compareTo(Layer.CONTACT_POLICY) < 0)) {
            return Optional.of(found.none());
        }
        return capped;
    }

    private static Optional<Drop> group(StrategyCard card, Situation situation) {
        if (card.group() == null || card.service()) {
            return Optional.empty();
        }
        return situation.dealings().open().stream()
                // A card does not shut out its own next step.
                .filter(open -> !open.strategy().equals(card.id()))
                .filter(open -> !card.supersedes().contains(open.strategy()))
                .filter(open -> sameGroup(open, card, situation))
                .findFirst()
                .map(open -> new Drop(
                        Reason.GROUP_OPEN, open.strategy() + " of the same group " + card.group() + " is still open"));
    }

    private static boolean sameGroup(OpenAction open, StrategyCard card, Situation situation) {
        StrategyCard other = situation.strategies().card(open.strategy());
        return other != null && card.group().equals(other.group());
    }

    private static Fate outranked(Fate loser, Fate winner) {
        return Fate.dropped(
                loser.candidate(),
                new Drop(
                        Reason.OUTRANKED,
                        loser.score() + " against " + winner.score().total().toPlainString() + " of "
                                + winner.candidate().card().id() + "; equal scores fall to the lower id"),
                loser.score());
    }
}
