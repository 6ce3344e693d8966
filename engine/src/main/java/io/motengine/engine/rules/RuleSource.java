package io.motengine.engine.rules;

/**
 * Rules as text.
 *
 * @param file that people know, for findings
 * @param line of {@code file} at which line 1 of the text stands, minus one; for text made from a card
 * @param text DRL without package, imports and globals: the stratum supplies them
 */
public record RuleSource(String file, int line, Stratum stratum, String text) {}
