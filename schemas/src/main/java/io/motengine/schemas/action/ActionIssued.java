package io.motengine.schemas.action;

import java.time.Instant;
import java.util.List;

/**
 * The one next best action for a customer, addressed to a channel ({@code mot.action.issued.v1}).
 *
 * <p>The id is a hash of customer, strategy, moment instance, rung and attempt: the same id always means the same action,
 * and a channel keeps the first.
 *
 * @param id CloudEvents id
 * @param time when it was decided, UTC
 * @param momentInstance what raised the moment: {@code source/id} of the event, the pattern with its opening event, or a date
 * @param product null for an action without one
 * @param benefit null for an action without one
 * @param service whether it is a service message, which no cap counts
 * @param rung 0-based step of the channel ladder
 * @param attempt 0-based
 * @param notBefore UTC
 * @param expiresAt UTC
 * @param branch the one in which the customer is right now, if the channel is there too, else their own; null if there is none
 * @param relationshipManager null if the customer has none
 * @param reasons in plain words, in the customer's language: of a task, why now
 * @param task null for a channel without a person
 */
public record ActionIssued(
        String id,
        Instant time,
        String customer,
        String strategy,
        String moment,
        String momentInstance,
        String channel,
        String product,
        Content content,
        String benefit,
        int priority,
        boolean service,
        int rung,
        int attempt,
        Instant notBefore,
        Instant expiresAt,
        String branch,
        String relationshipManager,
        List<String> reasons,
        String release,
        Task task)
        implements ActionEvent {
    public static final String TYPE = "mot.action.issued.v1";

    public ActionIssued {
        reasons = List.copyOf(reasons);
    }
}
