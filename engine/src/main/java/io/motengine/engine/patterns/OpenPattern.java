package io.motengine.engine.patterns;

/**
 * An absence that was being waited for, as records of format 1 kept it.
 *
 * @param by value of the correlating member; empty if the pattern has none
 * @param instance the opening event as {@code source/id}
 * @param openedAt epoch milliseconds, event time
 * @param deadline epoch milliseconds, event time
 */
public record OpenPattern(String pattern, String by, String instance, long openedAt, long deadline) {}
