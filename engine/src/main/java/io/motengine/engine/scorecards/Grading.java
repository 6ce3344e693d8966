package io.motengine.engine.scorecards;

import java.util.List;
import java.util.Map;

/**
 * What all cards of a customer came to.
 *
 * @param facts {@code Score} for each card, and {@code LevelNear}, {@code LevelCrossed}, {@code LevelAtRisk} where they hold
 * @param labels label to level
 * @param scores for the decision record, in the order of the cards
 */
public record Grading(List<Object> facts, Map<String, String> labels, List<Graded> scores) {}
