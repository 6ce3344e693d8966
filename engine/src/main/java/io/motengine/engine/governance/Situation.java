package io.motengine.engine.governance;

import io.motengine.engine.catalog.Arrival;
import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.release.Policy;
import io.motengine.engine.time.WorkingDays;
import io.motengine.schemas.stop.StopChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What governance looks at.
 *
 * @param dealings what has passed between customer and bank
 * @param zone the bank's
 * @param customerZone the customer's: quiet hours are theirs
 * @param arrival where the customer is right now
 * @param stops emergency stops that hold: {@code all}, {@code channel:sms}, {@code strategy:…}
 * @param now the clock of governance, UTC
 */
public record Situation(
        Customer customer,
        Dealings dealings,
        Policy policy,
        Catalog catalog,
        Strategies strategies,
        WorkingDays workingDays,
        ZoneId zone,
        ZoneId customerZone,
        Arrival arrival,
        Set<String> stops,
        Instant now) {

    /** Whether an emergency stop keeps a strategy from leaving by a channel. */
    public boolean stopped(String strategy, String channel) {
        return stops.contains(StopChanged.ALL)
                || stops.contains(StopChanged.strategy(strategy))
                || stops.contains(StopChanged.channel(channel));
    }

    /** Where an action by this channel is due: the branch in which the customer is right now, else their own; null for none. */
    String branch(String channel) {
        return arrival.branch() != null && arrival.at(channel) ? arrival.branch() : customer.branch();
    }

    /** The bank's day. */
    LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    /** The same, with other benefits out. */
    public Situation granted(List<String> grants) {
        return new Situation(
                customer,
                new Dealings(
                        dealings.contacts(),
                        dealings.refusals(),
                        dealings.open(),
                        dealings.held(),
                        dealings.limits(),
                        grants),
                policy,
                catalog,
                strategies,
                workingDays,
                zone,
                customerZone,
                arrival,
                stops,
                now);
    }

    /** The same, had the clock moved on. */
    Situation at(Instant later) {
        return new Situation(
                customer,
                dealings,
                policy,
                catalog,
                strategies,
                workingDays,
                zone,
                customerZone,
                arrival,
                stops,
                later);
    }
}
