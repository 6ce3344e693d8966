package io.motengine.engine.state;

/**
 * An action that is out and has not ended.
 *
 * @param id the action's CloudEvents id
 * @param instance what raised its moment, as it stands in the action
 * @param issuedAt epoch milliseconds, the clock of governance
 * @param expiresAt epoch milliseconds, the clock of governance
 */
public record OpenAction(String id, String strategy, String channel, String instance, long issuedAt, long expiresAt) {}
