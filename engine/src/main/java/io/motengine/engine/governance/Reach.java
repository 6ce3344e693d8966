package io.motengine.engine.governance;

import io.motengine.engine.catalog.Channel;
import io.motengine.engine.governance.Outlook.Gate;
import io.motengine.engine.strategies.StrategyCard;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * By which channel a customer can be reached: consent, stops, tier, budget, caps and opening hours, in this order.
 *
 * <p>A step of a ladder is a channel and its alternatives. Of the first step that has any that may be used, the one where the
 * customer is right now goes first, then the one that they prefer, then the tier's order, then the card's.
 */
final class Reach {
    private static final int NONE = -1;

    private final StrategyCard card;
    private final Outlook outlook;
    private final Situation situation;

    /** A rung that may be used, from when on; now if its channel is open. */
    record Way(int rung, Instant from) {}

    /** Either a way, or why there is none. */
    record Found(Way way, Drop none) {}

    /** What keeps a channel from being used, in the order in which it is asked. */
    private enum Check {
        NOTHING,
        CONSENT,
        STOP,
        TIER,
        BUDGET,
        CAP
    }

    Reach(StrategyCard card, Outlook outlook) {
        this.card = card;
        this.outlook = outlook;
        this.situation = outlook.situation();
    }

    /** From a rung of the ladder on, some left out. The first check that leaves none of the rungs is why there is none. */
    Found from(int first, Set<Integer> not) {
        Check furthest = Check.NOTHING;
        int refused = NONE;
        int last = NONE;
        Way now = null;
        Way later = null;
        for (int rung = first; rung < card.ladder().size(); rung++) {
            if (not.contains(rung)) {
                continue;
            }
            Check check = check(rung);
            if (check != Check.NOTHING) {
                refused = check.compareTo(furthest) >= 0 ? rung : refused;
                furthest = check.compareTo(furthest) >= 0 ? check : furthest;
                continue;
            }
            // A wait begins another step: it is tried only when this one has no way at all.
            if (last != NONE && startsStep(last, rung)) {
                break;
            }
            last = rung;
            Way way = new Way(rung, gate(rung).opens());
            if (way.from().equals(situation.now())) {
                now = now == null || isBefore(rung, now.rung()) ? way : now;
            } else {
                later = later == null || opensBefore(way, later) ? way : later;
            }
        }
        if (last != NONE) {
            return new Found(now != null ? now : later, null);
        }
        return new Found(null, none(furthest, refused));
    }

    /** What may keep a rung from being used; a service message asks for no consent and counts for nothing. */
    private Check check(int rung) {
        Gate gate = gate(rung);
        if (card.service()) {
            return gate.stop() == null ? Check.NOTHING : Check.STOP;
        }
        if (!gate.consented()) {
            return Check.CONSENT;
        }
        if (gate.stop() != null) {
            return Check.STOP;
        }
        if (gate.tier() != null) {
            return Check.TIER;
        }
        if (gate.budget() != null) {
            return Check.BUDGET;
        }
        return ContactPolicy.check(card, channel(rung).id(), outlook).isPresent() ? Check.CAP : Check.NOTHING;
    }

    private Drop none(Check check, int rung) {
        return switch (check) {
            case NOTHING -> new Drop(Reason.STEP_NOT_NEEDED, "the ladder has no further step");
            case CONSENT ->
                new Drop(
                        Reason.NO_CONSENT,
                        "consent for " + situation.customer().consents() + ", the card needs one of "
                                + card.channels());
            case STOP -> gate(rung).stop();
            case TIER -> gate(rung).tier();
            case BUDGET -> gate(rung).budget();
            case CAP -> ContactPolicy.check(card, channel(rung).id(), outlook).orElseThrow();
        };
    }

    private Gate gate(int rung) {
        return outlook.gate(channel(rung));
    }

    private Channel channel(int rung) {
        return situation.catalog().channels().get(card.ladder().get(rung).channel());
    }

    private boolean startsStep(int after, int rung) {
        for (int between = after + 1; between <= rung; between++) {
            if (card.ladder().get(between).after() != null) {
                return true;
            }
        }
        return false;
    }

    private boolean opensBefore(Way way, Way other) {
        int order = way.from().compareTo(other.from());
        return order == 0 ? isBefore(way.rung(), other.rung()) : order < 0;
    }

    /** Whether a rung of a step goes before a lower one. */
    private boolean isBefore(int rung, int lower) {
        String channel = card.ladder().get(rung).channel();
        String other = card.ladder().get(lower).channel();
        boolean here = situation.arrival().at(channel);
        if (here != situation.arrival().at(other)) {
            return here;
        }
        String preferred = situation.customer().preferredChannel();
        if (channel.equals(preferred) || other.equals(preferred)) {
            return channel.equals(preferred);
        }
        TierRules rules = outlook.tierRules();
        return rules != null && place(rules.ladder(), channel) < place(rules.ladder(), other);
    }

    private static int place(List<String> preferred, String channel) {
        int place = preferred.indexOf(channel);
        return place < 0 ? preferred.size() : place;
    }
}
