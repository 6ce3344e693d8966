package io.motengine.engine.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motengine.engine.events.Condition;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

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
 * @param benefit null if none
 * @param priority 1 (least) to 100
 * @param ladder channels in order of preference; the first with consent is used
 * @param goal the event that counts as success
 * @param maxAge a moment older than this when it is decided is recorded, not issued
 * @param expiresAfter how long the action stays good
 * @param valid first and last day, in the bank's time zone
 * @param service a service message: needs no consent to marketing, counts in no cap
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
        List<String> ladder,
        Goal goal,
        Duration maxAge,
        Duration expiresAfter,
        Validity valid,
        boolean service) {
    public StrategyCard {
        ladder = ladder == null ? List.of() : List.copyOf(ladder);
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
     * @param where conditions on the event's members; empty if every event of the type will do
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

    /** What a goal counts for: scale (规模), customers (客户) or fee income (中收). */
    public enum GoalClass {
        @JsonProperty("scale")
        SCALE,
        @JsonProperty("customers")
        CUSTOMERS,
        @JsonProperty("fee-income")
        FEE_INCOME
    }

    /** First and last day, both included; null means open. */
    public record Validity(LocalDate from, LocalDate until) {
        public boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
