package io.motengine.engine.scorecards;

import java.util.List;
import java.util.Map;

/**
 * What all cards of a customer came to.
 *
 * @param facts {@code Score} for each card, and {@code LevelNear}, {@code LevelCrossed}, {@code LevelAtRisk} where they hold
 * @param labels label to level
 * @param scores for the decision record, in the order of the cards
 * @param until epoch milliseconds up to which the same values come to the same facts again; {@link Long#MIN_VALUE} if not even the
 *     next time: something of it was told for the first time, or a level is about to be lost
 */
public record Grading(List<Object> facts, Map<String, String> labels, List<Graded> scores, long until) {}
