package io.motengine.engine.facts;

import io.motengine.schemas.money.Money;

/**
 * The score has fallen below the line of the level that the customer still holds.
 *
 * @param level that will be lost
 * @param missing the least amount, in the base currency, that keeps it with all else unchanged; null if the card names no
 *     movable amount or if no amount is enough
 * @param points the points that are missing, rounded up
 * @param daysLeft days (of 24 hours) until it is lost, rounded up
 * @param now only in the evaluation in which this began
 */
public record LevelAtRisk(
        String card, String label, String level, Money missing, long points, int daysLeft, boolean now) {}
