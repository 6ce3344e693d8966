package io.motengine.engine.release;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What to do at a moment for an audience: one file in {@code strategies/}.
 *
 * @param id kebab-case, unique in the release
 * @param name in plain words, for people and for the reasons of an action
 * @param owner team that answers for it
 * @param moment that it answers
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

    /** Success is this event within this time; its class says what it counts for. */
    public record Goal(String event, @JsonProperty("class") GoalClass goalClass, Duration within) {}

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
