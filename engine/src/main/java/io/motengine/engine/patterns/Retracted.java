package io.motengine.engine.patterns;

/**
 * A pattern that was raised has turned out not to be true: a late event has come between.
 *
 * @param pattern its id
 * @param subject as it was raised with
 * @param instance as it was raised with
 */
public record Retracted(String pattern, String subject, String instance) {}
