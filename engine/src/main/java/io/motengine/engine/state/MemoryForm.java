package io.motengine.engine.state;

import io.motengine.engine.features.FeatureMemory;
import io.motengine.engine.lifecycle.StageHistory;
import io.motengine.engine.patterns.PatternMemory;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import io.motengine.engine.scorecards.ScoreMemory;

/** What features, patterns, scorecards and the life cycle remember, in a record. */
final class MemoryForm {
    private MemoryForm() {}

    static void write(CustomerState state, RecordWriter out) {
        state.stages.write(out);
        state.scores.write(out);
        state.features.write(out);
        state.patterns.write(out);
    }

    static void read(CustomerState state, RecordReader in) {
        state.stages = StageHistory.read(in);
        state.scores = ScoreMemory.read(in);
        state.features = FeatureMemory.read(in);
        state.patterns = PatternMemory.read(in);
    }
}
