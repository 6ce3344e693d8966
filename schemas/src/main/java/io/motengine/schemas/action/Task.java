package io.motengine.schemas.action;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a person needs to carry an action out, beyond its script and reasons.
 *
 * @param offer what may be offered; null if nothing beyond the product
 * @param objections what customers object, with the answers; empty if none
 * @param doNotSay what must not be said; null if nothing in particular
 * @param followUpOn day in the bank's zone; null if it is up to the person
 * @param facts about the customer that policy lets the person see, in words by name; what is not known is left out
 * @param opportunity stage of the business opportunity (商机) that the task is about; null if none
 * @param handedTo team or branch to which the task was handed over (转介); null while it is the relationship manager's
 */
public record Task(
        String offer,
        Map<String, String> objections,
        String doNotSay,
        LocalDate followUpOn,
        Map<String, String> facts,
        String opportunity,
        String handedTo) {
    public Task {
        objections = objections == null ? Map.of() : Map.copyOf(objections);
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }
}
