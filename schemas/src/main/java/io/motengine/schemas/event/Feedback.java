package io.motengine.schemas.event;

/**
 * What a channel says became of an action.
 *
 * @param actionId the action's CloudEvents id, never null
 * @param channel never null
 * @param outcome never null
 * @param reason in the channel's words; null if none
 */
public record Feedback(String actionId, String channel, Outcome outcome, String reason) implements EventBody {

    /** What became of the action, as far as the channel can know. */
    public enum Outcome {
        DELIVERED,
        NOT_DELIVERED,
        OPENED,
        CLICKED,
        ACCEPTED,
        REFUSED,
        EXPIRED,
        DONE,
        HANDED_OVER
    }
}
