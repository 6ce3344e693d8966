package io.motengine.engine.governance;

import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.Hours;
import io.motengine.engine.state.Contact;
import io.motengine.engine.strategies.StrategyCard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * By which channel a customer can be reached: consent, stops, tier, budget, caps and opening hours, in this order.
 *
 * <p>A step of a ladder is a channel and its alternatives. Of the first step that has any that may be used, the one where the
 * customer is right now goes first, then the one that they prefer, then the tier's order, then the card's.
 */
final class Reach {
    /** The longest run of closed days looked through. */
    private static final int MOST_DAYS = 31;

    private final StrategyCard card;
    private final Situation situation;

    /** A rung that may be used, from when on; now if its channel is open. */
    record Way(int rung, Instant from) {}

    /** Either a way, or why there is none. */
    record Found(Way way, Drop none) {}

    Reach(StrategyCard card, Situation situation) {
        this.card = card;
        this.situation = situation;
    }

    /** From a rung of the ladder on, some left out. The first thing that leaves none of the rungs is why there is none. */
    Found from(int first, Set<Integer> not) {
        List<Integer> rungs = new ArrayList<>();
        for (int rung = first; rung < card.ladder().size(); rung++) {
            if (!not.contains(rung)) {
                rungs.add(rung);
            }
        }
        Drop none = drop(Reason.STEP_NOT_NEEDED, "the ladder has no further step");
        for (Function<Channel, Optional<Drop>> check : checks()) {
            List<Integer> left = new ArrayList<>();
            for (int rung : rungs) {
                Optional<Drop> refused = check.apply(channel(rung));
                if (refused.isEmpty()) {
                    left.add(rung);
                } else {
                    none = refused.get();
                }
            }
            rungs = left;
        }
        return rungs.isEmpty() ? new Found(null, none) : open(rungs);
    }

    /** What may keep a channel from being used; a service message asks for no consent and counts for nothing. */
    private List<Function<Channel, Optional<Drop>>> checks() {
        return card.service()
                ? List.of(this::stop)
                : List.of(this::consent, this::stop, this::tier, this::budget, this::cap);
    }

    private Channel channel(int rung) {
        return situation.catalog().channels().get(card.ladder().get(rung).channel());
    }

    private Found open(List<Integer> rungs) {
        List<Integer> step = new ArrayList<>();
        for (int rung : rungs) {
            // A wait begins another step: it is tried only when this one has no way at all.
            if (step.isEmpty() || !startsStep(step.get(step.size() - 1), rung)) {
                step.add(rung);
            }
        }
        step.sort(order());
        for (int rung : step) {
            if (opens(channel(rung)).equals(situation.now())) {
                return new Found(new Way(rung, situation.now()), null);
            }
        }
        return step.stream()
                .map(rung -> new Way(rung, opens(channel(rung))))
                .min(Comparator.comparing(Way::from))
                .map(way -> new Found(way, null))
                .orElseThrow();
    }

    private boolean startsStep(int after, int rung) {
        for (int between = after + 1; between <= rung; between++) {
            if (card.ladder().get(between).after() != null) {
                return true;
            }
        }
        return false;
    }

    private Comparator<Integer> order() {
        List<String> preferred = tierRules() == null ? List.of() : tierRules().ladder();
        return Comparator.comparing((Integer rung) ->
                        !situation.arrivedAt().contains(card.ladder().get(rung).channel()))
                .thenComparing(rung -> !card.ladder()
                        .get(rung)
                        .channel()
                        .equals(situation.customer().preferredChannel()))
                .thenComparing(rung -> place(preferred, card.ladder().get(rung).channel()))
                .thenComparing(Comparator.naturalOrder());
    }

    private static int place(List<String> preferred, String channel) {
        int place = preferred.indexOf(channel);
        return place < 0 ? preferred.size() : place;
    }

    private TierRules tierRules() {
        return situation.policy().tierRules().get(situation.customer().tier());
    }

    private Optional<Drop> consent(Channel channel) {
        if (situation.customer().consents().contains(channel.id()) || arrived(channel)) {
            return Optional.empty();
        }
        return Optional.of(drop(
                Reason.NO_CONSENT,
                "consent for " + situation.customer().consents() + ", the card needs one of " + card.channels()));
    }

    /** Whoever stands at the counter has come of their own accord. */
    private boolean arrived(Channel channel) {
        return situation.arrivedAt().contains(channel.id());
    }

    private Optional<Drop> stop(Channel channel) {
        return situation.stops().contains("channel:" + channel.id())
                ? Optional.of(drop(Reason.STOPPED, "an emergency stop holds for " + channel.id()))
                : Optional.empty();
    }

    private Optional<Drop> tier(Channel channel) {
        TierRules rules = tierRules();
        if (channel.takes(false)
                && (rules == null
                        || rules.channels().isEmpty()
                        || rules.channels().contains(channel.id()))) {
            return Optional.empty();
        }
        return Optional.of(drop(
                Reason.TIER_CHANNEL,
                channel.id() + " is not for marketing to tier "
                        + (situation.customer().tier().isEmpty()
                                ? "none"
                                : situation.customer().tier())));
    }

    private Optional<Drop> budget(Channel channel) {
        TierRules rules = tierRules();
        if (rules == null || rules.perMonth() == null) {
            return Optional.empty();
        }
        LocalDate month = situation.day(situation.now()).withDayOfMonth(1);
        BigDecimal spent = situation.dealings().contacts().stream()
                .filter(contact -> situation
                        .day(Instant.ofEpochMilli(contact.at()))
                        .withDayOfMonth(1)
                        .equals(month))
                .map(this::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return spent.add(channel.cost()).compareTo(rules.perMonth()) <= 0
                ? Optional.empty()
                : Optional.of(drop(
                        Reason.TIER_BUDGET,
                        "spent " + spent.toPlainString() + " in the month of " + month + ", " + channel.id()
                                + " costs " + channel.cost().toPlainString() + ", at most "
                                + rules.perMonth().toPlainString()));
    }

    private BigDecimal cost(Contact contact) {
        Channel channel = situation.catalog().channels().get(contact.channel());
        return channel == null ? BigDecimal.ZERO : channel.cost();
    }

    private Optional<Drop> cap(Channel channel) {
        return ContactPolicy.check(card, channel.id(), situation);
    }

    /** The time itself if the channel is open, else when it opens. */
    private Instant opens(Channel channel) {
        Hours hours = channel.hours();
        if (hours == null) {
            return situation.now();
        }
        ZonedDateTime time = situation.now().atZone(situation.zone());
        if (hours.cover(time) && works(hours, time.toLocalDate())) {
            return situation.now();
        }
        LocalDate day = time.toLocalTime().isBefore(hours.from())
                ? time.toLocalDate()
                : time.toLocalDate().plusDays(1);
        for (int days = 0; days < MOST_DAYS && !works(hours, day); days++) {
            day = day.plusDays(1);
        }
        return day.atTime(hours.from()).atZone(situation.zone()).toInstant();
    }

    private boolean works(Hours hours, LocalDate day) {
        return !hours.workingDays() || situation.workingDays().isWorkingDay(day);
    }

    private static Drop drop(Reason reason, String detail) {
        return new Drop(reason, detail);
    }
}
