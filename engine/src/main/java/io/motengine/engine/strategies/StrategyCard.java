package io.motengine.engine.strategies;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motengine.engine.events.Condition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to do at a moment for an audience: one file in {@code strategies/}.
 *
 * @param id kebab-case, unique in the release
 * @param name in plain words, for people and for the reasons of an action
 * @param owner team that answers for it
 * @param moment that it answers; null for a card with waves
 * @param waves days after a stage began on which it is proposed; null for a card that answers a moment
 * @param audience DRL constraint on {@code Customer}; null for everybody
 * @param product from the catalog; null if none is offered
 * @param content from the catalog
 * @param benefit from the catalog; null if none
 * @param priority 1 (least) to 100: the business lever of arbitration
 * @param propensity share of customers who take it up, 0 to 1; 1 if not given
 * @param value of a success in the base currency; 1 if not given
 * @param group cards of one group exclude each other: while an action of one is open, no other is issued; null if none
 * @param supersedes strategies whose open actions are called back when this one is issued
 * @param ladder channels in order of preference, and steps that follow after a wait
 * @param holdOut share of customers from whom it is withheld, so that its effect can be measured; null for none
 * @param followUpAfter when the person who is given a task is to follow up; null if it is up to them
 * @param opportunity stage of the business opportunity (商机) that a corporate task opens; null if none
 * @param variation what branches may change (一行一策); null for nothing
 * @param goal the event that counts as success
 * @param maxAge a moment older than this when it is decided is recorded, not issued
 * @param expiresAfter how long the action stays good
 * @param valid first and last day, in the bank's time zone
 * @param service a service message: needs no consent to marketing, counts in no cap
 * @param variant branch whose variant this is; null for the card as head office wrote it
 */
public record StrategyCard(
        String id,
        String name,
        String owner,
        String moment,
        Waves waves,
        String audience,
        String product,
        String content,
        String benefit,
        int priority,
        BigDecimal propensity,
        BigDecimal value,
        String group,
        Set<String> supersedes,
        List<Rung> ladder,
        HoldOut holdOut,
        Goal goal,
        Duration maxAge,
        Duration expiresAfter,
        Validity valid,
        Duration followUpAfter,
        String opportunity,
        Variation variation,
        boolean service,
        String variant) {
    /** The highest priority there is. */
    public static final int MOST_PRIORITY = 100;

    public StrategyCard {
        propensity = propensity == null ? BigDecimal.ONE : propensity;
        value = value == null ? BigDecimal.ONE : value;
        supersedes = supersedes == null ? Set.of() : Set.copyOf(supersedes);
        ladder = ladder == null ? List.of() : List.copyOf(ladder);
    }

    /** The channels of the ladder, each once. */
    public Set<String> channels() {
        return ladder.stream().map(Rung::channel).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The card as it runs at a branch. */
    public StrategyCard variant(
            String branch, String itsContent, String itsBenefit, List<Rung> itsLadder, int itsPriority) {
        return copy(id, name, itsContent, itsBenefit, itsPriority, itsLadder, branch);
    }

    /** The same without id and name: equal for cards that differ in nothing else. */
    public StrategyCard nameless() {
        return copy(null, null, content, benefit, priority, ladder, variant);
    }

    private StrategyCard copy(
            String newId,
            String newName,
            String newContent,
            String newBenefit,
            int newPriority,
            List<Rung> newLadder,
            String newVariant) {
        return new StrategyCard(
                newId,
                newName,
                owner,
                moment,
                waves,
                audience,
                product,
                newContent,
                newBenefit,
                newPriority,
                propensity,
                value,
                group,
                supersedes,
                newLadder,
                holdOut,
                goal,
                maxAge,
                expiresAfter,
                valid,
                followUpAfter,
                opportunity,
                variation,
                service,
                newVariant);
    }

    /** The moment that it answers, or the name of its waves as moments. */
    public String momentName() {
        return waves == null ? moment : waves.stage() + "-wave";
    }

    /**
     * Days on which the card is proposed, each to those who are in its audience by then, until its goal is met.
     *
     * @param stage life-cycle stage that must still last
     * @param days after the day on which the stage began, 1 or more
     */
    public record Waves(String stage, List<Integer> days) {
        public Waves {
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /**
     * Success is this event within this time; its class says what it counts for.
     *
     * @param event type of the event
     * @param where conditions on the event's members; empty if every event of the type will do
     * @param goalClass what success counts for: scale (规模), customers (客户) or fee income (中收)
     * @param within from the action to the event
     */
    public record Goal(
            String event,
            Map<String, Condition> where,
            @JsonProperty("class") GoalClass goalClass,
            Duration within) {
        public Goal {
            where = where == null ? Map.of() : Map.copyOf(where);
        }
    }

    /**
     * Customers from whom a strategy is withheld, chosen by a stable hash.
     *
     * @param share 0 to 1
     * @param salt another one draws other customers; empty if not given
     */
    public record HoldOut(BigDecimal share, String salt) {
        public HoldOut {
            salt = salt == null ? "" : salt;
        }
    }

    /**
     * What a branch may change in {@code branches/<branch>.yaml}.
     *
     * @param may names of the keys that may change: content, benefit, ladder, priority
     * @param contents allowed contents; empty for every one of the catalog
     * @param benefits allowed benefits; empty for every one of the catalog
     * @param channels channels that a ladder may use; empty for those of the card
     * @param priority least and greatest; null for the card's own only
     */
    public record Variation(
            Set<String> may, Set<String> contents, Set<String> benefits, Set<String> channels, Range priority) {
        public Variation {
            may = may == null ? Set.of() : Set.copyOf(may);
            contents = contents == null ? Set.of() : Set.copyOf(contents);
            benefits = benefits == null ? Set.of() : Set.copyOf(benefits);
            channels = channels == null ? Set.of() : Set.copyOf(channels);
        }
    }

    /** Both ends included. */
    public record Range(int from, int to) {}

    /** What a goal counts for: scale (规模), customers (客户) or fee income (中收). */
    public enum GoalClass {
        @JsonProperty("scale")
        SCALE,
        @JsonProperty("customers")
        CUSTOMERS,
        @JsonProperty("fee-income")
        FEE_INCOME
    }

    /**
     * First and last day in the bank's time zone.
     *
     * @param from first day; null if it holds at once
     * @param until last day, included; null if open
     */
    public record Validity(LocalDate from, LocalDate until) {
        public boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
