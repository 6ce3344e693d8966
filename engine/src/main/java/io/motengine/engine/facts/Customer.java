package io.motengine.engine.facts;

import io.motengine.schemas.money.Money;
import java.util.List;
import java.util.Set;

/**
 * Who the customer is now, as rules see them.
 *
 * @param kind {@code person} or {@code company}
 * @param tier value tier as concluded so far; empty if none
 * @param stage life-cycle stage as concluded so far; empty if none
 * @param segments as concluded so far
 * @param age full years on the day of the event; -1 if unknown
 * @param daysSinceOpening days since the first account was opened; -1 if none is known
 * @param aum assets under management in the base currency; zero if unknown
 * @param riskGrade 1 (R1) to 5 (R5); 0 if never assessed
 * @param families number of product families held
 * @param language {@code zh} or {@code en}
 * @param branch that the customer belongs to; null if unknown
 * @param relationshipManager who looks after the customer; null if nobody does
 * @param consents channels on which the customer agreed to marketing, such as {@code app-push}
 * @param labels lists and model clusters that the customer is on
 * @param blocks reasons why the customer must not be approached, such as {@code collections}
 * @param preferredChannel on which the customer would rather hear from the bank; null if unknown
 */
public record Customer(
        String id,
        String kind,
        String tier,
        String stage,
        Set<String> segments,
        int age,
        int daysSinceOpening,
        Money aum,
        int riskGrade,
        int families,
        String language,
        String branch,
        String relationshipManager,
        List<String> consents,
        List<String> labels,
        List<String> blocks,
        String preferredChannel) {

    /** The same customer after a stratum has concluded. */
    public Customer with(String newTier, String newStage, Set<String> newSegments) {
        return new Customer(
                id,
                kind,
                newTier,
                newStage,
                newSegments,
                age,
                daysSinceOpening,
                aum,
                riskGrade,
                families,
                language,
                branch,
                relationshipManager,
                consents,
                labels,
                blocks,
                preferredChannel);
    }
}
