package io.motengine.engine.facts;

/**
 * A declared pattern came true.
 *
 * @param name the pattern's id
 * @param subject value of the correlating member; empty if the pattern has none
 */
public record CompletedPattern(String name, String subject) {}
