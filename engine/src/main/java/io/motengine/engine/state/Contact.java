package io.motengine.engine.state;

/**
 * A marketing contact: reserved when its action is decided, given back when the channel could not deliver.
 *
 * @param at epoch milliseconds, the clock of governance
 */
public record Contact(long at, String actionId, String strategy, String channel) {}
