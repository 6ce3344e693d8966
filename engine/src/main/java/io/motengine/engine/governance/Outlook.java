package io.motengine.engine.governance;

import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.Hours;
import io.motengine.engine.governance.ContactRules.Period;
import io.motengine.engine.governance.Quiet.Silence;
import io.motengine.engine.state.Contact;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A situation with what is the same for all its candidates: worked out when it is first asked for, and then kept. A ledger of
 * ninety days would otherwise be gone through for every cap of every candidate.
 *
 * <p>Mutable, for one call of {@link Governance}.
 */
final class Outlook {
    /** The longest run of closed days looked through. */
    private static final int MOST_DAYS = 31;

    /** No period that a contact and now may share is longer. */
    private static final long LONGEST_PERIOD = 32L * 24 * 60 * 60 * 1_000;

    private final Situation situation;
    private final LocalDate today;
    private final Map<Period, List<Contact>> contacts = new EnumMap<>(Period.class);
    private final Map<String, Gate> gates = new HashMap<>();
    private Map<Instant, Outlook> later;
    private Optional<Drop> overall;
    private Silence silence;
    private boolean listened;
    private BigDecimal spent;

    /**
     * What may keep a channel from being used whatever the card is; each null if it does not.
     *
     * @param opens the time itself if the channel is open, else when it opens
     */
    record Gate(boolean consented, Drop stop, Drop tier, Drop budget, Instant opens) {}

    Outlook(Situation situation) {
        this.situation = situation;
        this.today = situation.day(situation.now());
    }

    Situation situation() {
        return situation;
    }

    /** The bank's day. */
    LocalDate today() {
        return today;
    }

    /** The same, had the clock moved on. */
    Outlook at(Instant time) {
        if (later == null) {
            later = new HashMap<>();
        }
        return later.computeIfAbsent(time, instant -> new Outlook(situation.at(instant)));
    }

    /** Contacts of this day, week or month, those reserved for later in it included. */
    List<Contact> contacts(Period per) {
        return contacts.computeIfAbsent(per, this::within);
    }

    private List<Contact> within(Period per) {
        LocalDate first = first(per);
        List<Contact> within = new ArrayList<>();
        for (Contact contact : situation.dealings().contacts()) {
            boolean near = Math.abs(contact.at() - situation.now().toEpochMilli()) < LONGEST_PERIOD;
            if (near
                    && first(situation.day(Instant.ofEpochMilli(contact.at())), per)
                            .equals(first)) {
                within.add(contact);
            }
        }
        return within;
    }

    /** First day of this day, week or month. */
    LocalDate first(Period per) {
        return first(today, per);
    }

    private static LocalDate first(LocalDate day, Period per) {
        return switch (per) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** What caps, gaps and whatever else looks at no card say. */
    Optional<Drop> overall() {
        if (overall == null) {
            overall = ContactPolicy.overall(this);
        }
        return overall;
    }

    /** Null if marketing may leave now. */
    Silence silence() {
        if (!listened) {
            silence = Quiet.now(situation);
            listened = true;
        }
        return silence;
    }

    Gate gate(Channel channel) {
        Gate known = gates.get(channel.id());
        if (known == null) {
            known = new Gate(
                    situation.customer().consents().contains(channel.id())
                            || situation.arrival().at(channel.id()),
                    stop(channel),
                    tier(channel),
                    budget(channel),
                    opens(channel));
            gates.put(channel.id(), known);
        }
        return known;
    }

    TierRules tierRules() {
        return situation.policy().tierRules().get(situation.customer().tier());
    }

    private Drop stop(Channel channel) {
        return situation.stops().contains("channel:" + channel.id())
                ? new Drop(Reason.STOPPED, "an emergency stop holds for " + channel.id())
                : null;
    }

    private Drop tier(Channel channel) {
        TierRules rules = tierRules();
        if (channel.takes(false)
                && (rules == null
                        || rules.channels().isEmpty()
                        || rules.channels().contains(channel.id()))) {
            return null;
        }
        return new Drop(
                Reason.TIER_CHANNEL,
                channel.id() + " is not for marketing to tier "
                        + (situation.customer().tier().isEmpty()
                                ? "none"
                                : situation.customer().tier()));
    }

    private Drop budget(Channel channel) {
        TierRules rules = tierRules();
        if (rules == null || rules.perMonth() == null) {
            return null;
        }
        if (spent == null) {
            spent = contacts(Period.MONTH).stream().map(this::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return spent.add(channel.cost()).compareTo(rules.perMonth()) <= 0
                ? null
                : new Drop(
                        Reason.TIER_BUDGET,
                        "spent " + spent.toPlainString() + " in the month of " + first(Period.MONTH) + ", "
                                + channel.id() + " costs " + channel.cost().toPlainString() + ", at most "
                                + rules.perMonth().toPlainString());
    }

    private BigDecimal cost(Contact contact) {
        Channel channel = situation.catalog().channels().get(contact.channel());
        return channel == null ? BigDecimal.ZERO : channel.cost();
    }

    private Instant opens(Channel channel) {
        Hours hours = channel.hours();
        if (hours == null) {
            return situation.now();
        }
        ZonedDateTime time = situation.now().atZone(situation.zone());
        if (hours.cover(time) && works(hours, today)) {
            return situation.now();
        }
        LocalDate day = time.toLocalTime().isBefore(hours.from()) ? today : today.plusDays(1);
        for (int days = 0; days < MOST_DAYS && !works(hours, day); days++) {
            day = day.plusDays(1);
        }
        return day.atTime(hours.from()).atZone(situation.zone()).toInstant();
    }

    private boolean works(Hours hours, LocalDate day) {
        return !hours.workingDays() || situation.workingDays().isWorkingDay(day);
    }
}
