package io.motengine.engine.facts;

import io.motengine.schemas.money.Money;

/**
 * The customer is a little below the next line of a scorecard.
 *
 * @param level that it would bring
 * @param missing the least amount, in the base currency, that reaches it with all else unchanged; null if the card names no
 *     movable amount or if no amount is enough
 * @param points the points that are missing, rounded up
 * @param now only in the evaluation in which this began; it begins anew when the score has been twice as far away
 */
public record LevelNear(String card, String label, String level, Money missing, long points, boolean now) {}
