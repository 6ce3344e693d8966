package io.motengine.engine.release;

import io.motengine.engine.governance.Arbitration;
import io.motengine.engine.governance.ContactRules;
import io.motengine.engine.governance.TierRules;
import io.motengine.engine.tasks.TaskFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What marketing and risk have laid down for all strategies ({@code policy.yaml}).
 *
 * @param currency base currency and the rates into it
 * @param tiers every tier that rules may conclude; should two be concluded, the first in this list holds
 * @param stages every life-cycle stage that rules may conclude; should two be concluded, the first in this list holds
 * @param contacts caps, gaps, cool-downs and quiet hours
 * @param tierRules channels and budget by tier; a tier that is not named has neither limit
 * @param tasks what those who are given tasks see
 * @param forbiddenWords that no text for customers may have, such as promises of a return
 */
public record Policy(
        Currency currency,
        List<String> tiers,
        List<String> stages,
        ContactRules contacts,
        Map<String, TierRules> tierRules,
        Arbitration arbitration,
        HoldOuts holdOuts,
        Decisions decisions,
        Tasks tasks,
        List<String> forbiddenWords,
        Time time,
        Links links,
        Customers customers,
        Erasure erasure,
        int maxFirings) {
    public Policy {
        tiers = List.copyOf(tiers);
        stages = List.copyOf(stages);
        contacts = contacts == null ? ContactRules.of(1, 3) : contacts;
        tierRules = tierRules == null ? Map.of() : Map.copyOf(tierRules);
        arbitration = arbitration == null ? Arbitration.PLAIN : arbitration;
        holdOuts = holdOuts == null ? new HoldOuts(null, null) : holdOuts;
        decisions = decisions == null ? new Decisions(null) : decisions;
        tasks = tasks == null ? new Tasks(null) : tasks;
        forbiddenWords = forbiddenWords == null ? List.of() : List.copyOf(forbiddenWords);
        time = time == null ? new Time(null, null, null) : time;
        links = links == null ? new Links(null, null) : links;
        customers = customers == null ? new Customers(null, null) : customers;
        erasure = erasure == null ? new Erasure(null) : erasure;
        maxFirings = maxFirings == 0 ? 1_000 : maxFirings;
    }

    /**
     * Money in rules, features and thresholds is in the base currency.
     *
     * @param base ISO 4217
     * @param rates units of the base currency for one unit of another
     */
    public record Currency(String base, Map<String, BigDecimal> rates) {
        public Currency {
            rates = rates == null ? Map.of() : Map.copyOf(rates);
        }
    }

    /**
     * How far a moment may travel to linked customers.
     *
     * @param maxHops customers it may pass through; default 2
     * @param maxFanOut linked customers told of one moment, the lesser ids first; default 20
     */
    public record Links(Integer maxHops, Integer maxFanOut) {
        public Links {
            maxHops = maxHops == null ? 2 : maxHops;
            maxFanOut = maxFanOut == null ? 20 : maxFanOut;
        }
    }

    /**
     * What {@code mot.customers} shows of a customer.
     *
     * @param minInterval least time between two views of one customer; default 1 s
     * @param hide members left out, such as {@code segments}; none by default
     */
    public record Customers(Duration minInterval, List<String> hide) {
        public Customers {
            minInterval = minInterval == null ? Duration.ofSeconds(1) : minInterval;
            hide = hide == null ? List.of() : List.copyOf(hide);
        }
    }

    /**
     * The right to erasure.
     *
     * @param marker how long (event time) it is remembered that a customer was erased, so that stragglers do not bring them
     *     back; default 400 d
     */
    public record Erasure(Duration marker) {
        public Erasure {
            marker = marker == null ? Duration.ofDays(400) : marker;
        }
    }

    /**
     * The bank's control group, from whom all marketing is withheld.
     *
     * @param universal share of customers, 0 to 1; 0 if not given
     * @param salt another one draws other customers, here and for every strategy
     */
    public record HoldOuts(BigDecimal universal, String salt) {
        public HoldOuts {
            universal = universal == null ? BigDecimal.ZERO : universal;
            salt = salt == null ? "" : salt;
        }
    }

    /**
     * Tasks for people.
     *
     * @param facts about the customer that the person may see, of {@link TaskFacts#names()}; by default {@link
     *     TaskFacts#USUAL}
     */
    public record Tasks(List<String> facts) {
        public Tasks {
            facts = facts == null ? TaskFacts.USUAL : List.copyOf(facts);
        }
    }

    /**
     * Which decisions are recorded.
     *
     * @param nonActions share of decisions, 0 to 1, that are recorded although no action came of them; 1 if not given.
     *     Decisions with an action are always kept.
     */
    public record Decisions(BigDecimal nonActions) {
        public Decisions {
            nonActions = nonActions == null ? BigDecimal.ONE : nonActions;
        }
    }

    /**
     * How disorder is judged.
     *
     * @param dedupeHorizon how long (event time) an event's identity is remembered; default 24 h
     * @param correctionAllowance how much later than the customer's newest event another may come; default 6 h, never more
     *     than the dedupe horizon
     * @param futureSkew how far ahead of the clock an event may claim to be; default 10 min
     */
    public record Time(Duration dedupeHorizon, Duration correctionAllowance, Duration futureSkew) {
        public Time {
            dedupeHorizon = dedupeHorizon == null ? Duration.ofHours(24) : dedupeHorizon;
            correctionAllowance = correctionAllowance == null ? Duration.ofHours(6) : correctionAllowance;
            futureSkew = futureSkew == null ? Duration.ofMinutes(10) : futureSkew;
        }
    }
}
