package io.motengine.schemas.action;

import java.time.Instant;

/** What stands on the action topic of a channel: an action, or that an earlier one no longer holds. */
public sealed interface ActionEvent permits ActionIssued, ActionCancelled {
    /** CloudEvents id of this message. */
    String id();

    /** When it was decided, UTC. */
    Instant time();

    /** Customer id, the record's key. */
    String customer();

    /** Whose topic it goes to, such as {@code app-push}. */
    String channel();

    /** The strategy that it comes from. */
    String strategy();
}
