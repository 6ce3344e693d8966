package io.motengine.schemas.action;

import java.time.Instant;

/**
 * An action issued earlier no longer holds ({@code mot.action.cancelled.v1}).
 *
 * @param id CloudEvents id of this cancellation
 * @param time when it was decided, UTC
 * @param actionId the action that no longer holds
 * @param reason stable code such as {@code superseded}
 */
public record ActionCancelled(
        String id, Instant time, String customer, String actionId, String channel, String strategy, String reason)
        implements ActionEvent {
    public static final String TYPE = "mot.action.cancelled.v1";
}
