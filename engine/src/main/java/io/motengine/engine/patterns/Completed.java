package io.motengine.engine.patterns;

/**
 * A pattern has come true.
 *
 * @param pattern its id
 * @param subject value of the correlating member; empty if the pattern has none
 * @param instance the event that began it, as {@code source/id}: with pattern and subject it says which completion this is
 * @param at epoch milliseconds, event time: of the last step, or of the end of the wait
 */
public record Completed(String pattern, String subject, String instance, long at) {}
