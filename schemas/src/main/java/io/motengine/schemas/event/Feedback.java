package io.motengine.schemas.event;

/**
 * What a channel says became of an action.
 *
 * @param actionId the action's CloudEvents id, never null
 * @param channel never null
 * @param outcome never null
 * @param reason in the channel's words; null if none
 * @param to team or branch that a task is handed over to (转介); null if it is not handed over, or to nobody in particular
 * @param learned about the customer; null if nothing
 * @param opportunity stage that the business opportunity (商机) has reached; null if none
 */
public record Feedback(
        String actionId, String channel, Outcome outcome, String reason, String to, Learned learned, String opportunity)
        implements EventBody {

    /** With nothing to tell but the outcome. */
    public Feedback(String actionId, String channel, Outcome outcome, String reason) {
        this(actionId, channel, outcome, reason, null, null, null);
    }

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

    /** Whether a task is somebody else's from now on. */
    public boolean handsOver() {
        return outcome == Outcome.HANDED_OVER && to != null;
    }
}
