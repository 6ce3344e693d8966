package io.motengine.engine.state;

import io.motengine.engine.features.FeatureMemory;
import io.motengine.engine.patterns.PatternMemory;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/** What features and patterns remember, in a record. */
final class MemoryForm {
    private MemoryForm() {}

    static void write(CustomerState state, RecordWriter out) {
        state.features.write(out);
        state.patterns.write(out);
    }

    static void read(CustomerState state, RecordReader in) {
        state.features = FeatureMemory.read(in);
        state.patterns = PatternMemory.read(in);
    }
}
