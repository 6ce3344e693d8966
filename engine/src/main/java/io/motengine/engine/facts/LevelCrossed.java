package io.motengine.engine.facts;

/**
 * The customer crossed a line of a scorecard in this evaluation. Moves between levels of one line, and the first grading of a
 * customer, cross nothing.
 *
 * @param from level held before
 * @param to level held now
 * @param up whether its line is the higher one
 */
public record LevelCrossed(String card, String label, String from, String to, boolean up) {}
