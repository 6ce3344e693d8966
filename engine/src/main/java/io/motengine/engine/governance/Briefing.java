package io.motengine.engine.governance;

import java.util.Map;

/**
 * What a task tells its person besides the content.
 *
 * @param facts about the customer, as far as policy lets them be seen
 * @param opportunity stage that the business opportunity has reached; null for the card's
 * @param handedTo team or branch to which the task was handed over; null for none
 */
public record Briefing(Map<String, String> facts, String opportunity, String handedTo) {
    public Briefing {
        facts = Map.copyOf(facts);
    }
}
