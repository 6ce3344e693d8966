package io.motengine.engine.facts;

/**
 * What a scorecard comes to, the holding back of a falling level included.
 *
 * @param label word that the card grades, such as {@code tier} or {@code potential}
 * @param level held now
 * @param points the score, rounded down to a whole number
 * @param days full days (of 24 hours) at this level
 */
public record Score(String card, String label, String level, long points, int days) {}
