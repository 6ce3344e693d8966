package io.motengine.engine.rules;

/**
 * A pattern of a rule, as far as its text tells.
 *
 * @param file in which the rule stands
 * @param line 1-based, of the pattern
 * @param rule name
 * @param fact simple name of the type
 * @param negated whether the rule waits for there being none
 */
public record ReadPattern(String file, int line, String rule, String fact, boolean negated, Audience constraints) {}
