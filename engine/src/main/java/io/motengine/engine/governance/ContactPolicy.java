package io.motengine.engine.governance;

import io.motengine.engine.catalog.Product;
import io.motengine.engine.governance.ContactRules.Cap;
import io.motengine.engine.governance.ContactRules.Period;
import io.motengine.engine.state.Contact;
import io.motengine.engine.state.Refusal;
import io.motengine.engine.strategies.StrategyCard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Caps, gaps and cool-downs of marketing contacts. Service messages are never counted nor capped.
 *
 * <p>What is put off is judged as of the time at which it would leave: its contact counts on that day.
 */
final class ContactPolicy {
    static final String REFUSED = "refused";

    /** Contacts are remembered by the minute: the gap must hold for the last moment of it. */
    private static final long MINUTE = 60_000;

    private ContactPolicy() {}

    /** Whatever does not depend on the channel. */
    static Optional<Drop> check(StrategyCard card, Outlook outlook) {
        if (card.service()) {
            return Optional.empty();
        }
        ContactRules rules = outlook.situation().policy().contacts();
        Optional<Drop> drop = outlook.overall();
        // The gap looks at no card either, but comes after its caps.
        return drop.isPresent()
                ? drop
                : caps(card, null, outlook)
                        .or(() -> gap(rules, outlook.situation()))
                        .or(() -> coolDown(card, rules, outlook.situation()));
    }

    /** Caps of one channel. */
    static Optional<Drop> check(StrategyCard card, String channel, Outlook outlook) {
        return card.service() ? Optional.empty() : caps(card, channel, outlook);
    }

    /** Caps that look at neither card nor channel. */
    static Optional<Drop> overall(Outlook outlook) {
        ContactRules rules = outlook.situation().policy().contacts();
        return over(new Cap(rules.perDay(), Period.DAY, null, null, null), outlook)
                .or(() -> over(new Cap(rules.perWeek(), Period.WEEK, null, null, null), outlook));
    }

    private static Optional<Drop> caps(StrategyCard card, String channel, Outlook outlook) {
        for (Cap cap : outlook.situation().policy().contacts().caps()) {
            boolean concerned = channel == null ? cap.channel() == null : channel.equals(cap.channel());
            if (concerned && concerns(cap, card, outlook.situation())) {
                Optional<Drop> drop = over(cap, outlook);
                if (drop.isPresent()) {
                    return drop;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean concerns(Cap cap, StrategyCard card, Situation situation) {
        return (cap.stage() == null || cap.stage().equals(situation.customer().stage()))
                && (cap.strategy() == null || cap.strategy().equals(card.id()))
                && (cap.family() == null || cap.family().equals(family(card, situation)));
    }

    private static Optional<Drop> over(Cap cap, Outlook outlook) {
        int count = 0;
        for (Contact contact : outlook.contacts(cap.per())) {
            count += counts(cap, contact, outlook.situation()) ? 1 : 0;
        }
        return count < cap.most()
                ? Optional.empty()
                : Optional.of(new Drop(
                        reason(cap),
                        count + " contacts" + of(cap) + " in the " + span(cap, outlook.first(cap.per())) + ", at most "
                                + cap.most()));
    }

    private static boolean counts(Cap cap, Contact contact, Situation situation) {
        return (cap.channel() == null || cap.channel().equals(contact.channel()))
                && (cap.strategy() == null || cap.strategy().equals(contact.strategy()))
                && (cap.family() == null
                        || cap.family().equals(family(situation.strategies().card(contact.strategy()), situation)));
    }

    /** Null for a strategy without a product, or that the release does not know any more. */
    private static String family(StrategyCard card, Situation situation) {
        Product product = card == null || card.product() == null
                ? null
                : situation.catalog().products().get(card.product());
        return product == null ? null : product.family();
    }

    private static Reason reason(Cap cap) {
        if (cap.channel() != null) {
            return Reason.CHANNEL_CAP;
        }
        if (cap.strategy() != null) {
            return Reason.STRATEGY_CAP;
        }
        if (cap.family() != null) {
            return Reason.FAMILY_CAP;
        }
        return switch (cap.per()) {
            case DAY -> Reason.DAY_CAP;
            case WEEK -> Reason.WEEK_CAP;
            case MONTH -> Reason.MONTH_CAP;
        };
    }

    private static String of(Cap cap) {
        return (cap.channel() == null ? "" : " by " + cap.channel())
                + (cap.strategy() == null ? "" : " of " + cap.strategy())
                + (cap.family() == null ? "" : " about " + cap.family())
                + (cap.stage() == null ? "" : " in stage " + cap.stage());
    }

    private static String span(Cap cap, LocalDate first) {
        return switch (cap.per()) {
            case DAY -> "day " + first;
            case WEEK -> "week of " + first;
            case MONTH -> "month of " + first;
        };
    }

    private static Optional<Drop> gap(ContactRules rules, Situation situation) {
        long gap = rules.minGap().isZero() ? 0 : rules.minGap().toMillis() + MINUTE;
        long now = situation.now().toEpochMilli();
        for (Contact contact : situation.dealings().contacts()) {
            if (Math.abs(contact.at() - now) < gap) {
                return Optional.of(new Drop(
                        Reason.MIN_GAP,
                        "a contact at " + Instant.ofEpochMilli(contact.at()) + ", at least " + rules.minGap()
                                + " between two"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Drop> coolDown(StrategyCard card, ContactRules rules, Situation situation) {
        for (Refusal refusal : situation.dealings().refusals()) {
            Duration rest = rules.coolDown().get(refusal.reason());
            rest = rest == null ? rules.coolDown().get(REFUSED) : rest;
            if (rest != null && refusal.strategy().equals(card.id())) {
                Instant over = Instant.ofEpochMilli(refusal.at()).plus(rest);
                if (situation.now().isBefore(over)) {
                    return Optional.of(
                            new Drop(Reason.COOL_DOWN, "refused (" + refusal.reason() + "), rests until " + over));
                }
            }
        }
        return Optional.empty();
    }
}
