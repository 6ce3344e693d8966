package io.motengine.engine.governance;

import io.motengine.engine.catalog.Product;
import io.motengine.engine.governance.ContactRules.Cap;
import io.motengine.engine.governance.ContactRules.Period;
import io.motengine.engine.state.Contact;
import io.motengine.engine.state.Refusal;
import io.motengine.engine.strategies.StrategyCard;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
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
    static Optional<Drop> check(StrategyCard card, Situation situation) {
        if (card.service()) {
            return Optional.empty();
        }
        ContactRules rules = situation.policy().contacts();
        return overall(rules, situation)
                .or(() -> caps(card, null, situation))
                .or(() -> gap(rules, situation))
                .or(() -> coolDown(card, rules, situation));
    }

    /** Caps of one channel. */
    static Optional<Drop> check(StrategyCard card, String channel, Situation situation) {
        return card.service() ? Optional.empty() : caps(card, channel, situation);
    }

    private static Optional<Drop> overall(ContactRules rules, Situation situation) {
        return over(new Cap(rules.perDay(), Period.DAY, null, null, null), situation)
                .or(() -> over(new Cap(rules.perWeek(), Period.WEEK, null, null, null), situation));
    }

    private static Optional<Drop> caps(StrategyCard card, String channel, Situation situation) {
        for (Cap cap : situation.policy().contacts().caps()) {
            boolean concerned = channel == null
                    ? cap.channel() == null && concerns(cap, card, situation)
                    : channel.equals(cap.channel()) && concerns(cap, card, situation);
            Optional<Drop> drop = concerned ? over(cap, situation) : Optional.empty();
            if (drop.isPresent()) {
                return drop;
            }
        }
        return Optional.empty();
    }

    private static boolean concerns(Cap cap, StrategyCard card, Situation situation) {
        return (cap.stage() == null || cap.stage().equals(situation.customer().stage()))
                && (cap.strategy() == null || cap.strategy().equals(card.id()))
                && (cap.family() == null || cap.family().equals(family(card, situation)));
    }

    private static Optional<Drop> over(Cap cap, Situation situation) {
        LocalDate first = first(situation.day(situation.now()), cap.per());
        long count = situation.dealings().contacts().stream()
                .filter(contact -> first(situation.day(Instant.ofEpochMilli(contact.at())), cap.per())
                        .equals(first))
                .filter(contact -> counts(cap, contact, situation))
                .count();
        return count < cap.most()
                ? Optional.empty()
                : Optional.of(new Drop(
                        reason(cap),
                        count + " contacts" + of(cap) + " in the " + span(cap, first) + ", at most " + cap.most()));
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

    private static LocalDate first(LocalDate day, Period per) {
        return switch (per) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private static Optional<Drop> gap(ContactRules rules, Situation situation) {
        long gap = rules.minGap().isZero() ? 0 : rules.minGap().toMillis() + MINUTE;
        long now = situation.now().toEpochMilli();
        return situation.dealings().contacts().stream()
                .filter(contact -> Math.abs(contact.at() - now) < gap)
                .findFirst()
                .map(contact -> new Drop(
                        Reason.MIN_GAP,
                        "a contact at " + Instant.ofEpochMilli(contact.at()) + ", at least " + rules.minGap()
                                + " between two"));
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
