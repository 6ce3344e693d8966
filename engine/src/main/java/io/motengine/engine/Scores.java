package io.motengine.engine;

import io.motengine.engine.scorecards.Graded;
import io.motengine.schemas.decision.DecisionRecord.ScoreGiven;
import java.util.List;

/** Scores as decision records show them. */
final class Scores {
    private Scores() {}

    static List<ScoreGiven> recorded(List<Graded> scores) {
        return scores.stream().map(Scores::recorded).toList();
    }

    private static ScoreGiven recorded(Graded graded) {
        return new ScoreGiven(
                graded.card(), graded.label(), graded.level(), graded.score().toPlainString(), graded.parts());
    }
}
