package io.motengine.schemas.event;

/**
 * Tells the customer that an action has been given all that it counts for, and has left; stands on {@code mot.internal} only.
 *
 * @param actionId the action's CloudEvents id, never null
 */
public record GrantGiven(String actionId) implements EventBody {}
