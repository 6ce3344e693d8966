package io.motengine.engine.state;

/**
 * A customer's no to a strategy.
 *
 * @param at epoch milliseconds
 * @param reason in the channel's words; {@code refused} if it gave none
 */
public record Refusal(String strategy, String reason, long at) {}
