package io.motengine.schemas.event;

/**
 * Tells the customer that an action has not left, since there is nothing left of something that it counts for; stands on {@code
 * mot.internal} only.
 *
 * @param actionId the action's CloudEvents id, never null
 * @param resource what has run out, such as {@code benefit:bring-100} or {@code capacity:rm-task:rm-7:2026-03-10}; never null
 */
public record GrantDenied(String actionId, String resource) implements EventBody {}
